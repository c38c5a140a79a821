package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.IncidentStatus;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.vuln.Criticality;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.RiskLevel;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.audit.AuditLog;
import io.eventsec.persistence.audit.AuditObject;
import io.eventsec.persistence.audit.AuditQuery;
import io.eventsec.persistence.coverage.PostgresCoverageLedger;
import io.eventsec.persistence.coverage.ReevaluationHistory;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.identity.Teams;
import io.eventsec.persistence.identity.UserQuery;
import io.eventsec.persistence.identity.Users;
import io.eventsec.persistence.incident.IncidentQuery;
import io.eventsec.persistence.incident.Incidents;
import io.eventsec.persistence.indicator.IndicatorLoader;
import io.eventsec.persistence.indicator.IndicatorQuery;
import io.eventsec.persistence.indicator.IndicatorQuery.Filter;
import io.eventsec.persistence.indicator.Indicators;
import io.eventsec.persistence.indicator.TaxiiPositions;
import io.eventsec.persistence.internal.CursorText;
import io.eventsec.persistence.inventory.AssetQuery;
import io.eventsec.persistence.inventory.ComponentChange;
import io.eventsec.persistence.inventory.ComponentChangeQuery;
import io.eventsec.persistence.inventory.ComponentQuery;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.notification.NotificationQuery;
import io.eventsec.persistence.notification.Notifications;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.persistence.risk.RiskQuery;
import io.eventsec.persistence.source.Sources;
import io.eventsec.persistence.vulnerability.FindingFilter;
import io.eventsec.persistence.vulnerability.FindingQuery;
import io.eventsec.persistence.vulnerability.VexFindings;
import io.eventsec.persistence.vulnerability.Vulnerabilities;
import io.eventsec.persistence.vulnerability.VulnerabilityQuery;
import io.eventsec.testkit.TestEvents;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every list and look-up has an index to go by. The planner is told to read a whole table, or to
 * sort, only if there is no other way; so whether it does says whether there is one.
 */
class QueryPlansIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  /** A step of a plan; what a Merge Append goes by is in order already. */
  private static final String SORTS = "Sort  (";

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final UUID ID = new UUID(0, 1);
  private static final Instant NOW = TestEvents.BEGINNING;

  @Test
  void pages_goByAnIndexInTheirOrder() {
    IncidentQuery incidents = IncidentQuery.all(TENANT, 10).withCursor(CursorText.of(NOW, ID));
    ordered(manager -> new Incidents(manager).page(incidents));
    ordered(
        manager ->
            new Incidents(manager).page(incidents.withStatuses(Set.of(IncidentStatus.OPEN))));
    ordered(manager -> new Incidents(manager).page(incidents.withOwner(ID)));
    ordered(manager -> new Incidents(manager).page(incidents.withAssignee(ID)));
    AssetQuery assets = AssetQuery.all(TENANT, 10).withCursor(CursorText.of("host", ID));
    ordered(manager -> new Inventory(manager).page(assets));
    ordered(
        manager -> new Inventory(manager).page(assets.withCriticalities(Set.of(Criticality.HIGH))));
    AuditQuery audit = AuditQuery.all(TENANT, 10).withCursor(CursorText.of(NOW, 7));
    ordered(manager -> new AuditLog(manager).page(audit));
    ordered(manager -> new AuditLog(manager).page(audit.withActor(ID)));
    ordered(manager -> new AuditLog(manager).page(audit.withAction("a")));
    ordered(manager -> new AuditLog(manager).page(audit.withObject(new AuditObject("k", "1"))));
    ordered(manager -> new AuditLog(manager).page(audit.between(NOW, NOW.plusSeconds(1))));
    NotificationQuery told = NotificationQuery.all(TENANT, ID, 10).withCursor(CursorText.of(7));
    ordered(manager -> new Notifications(manager).page(told));
    ordered(manager -> new Notifications(manager).page(told.unread()));
    IndicatorQuery indicators = IndicatorQuery.all(TENANT, 10).withCursor(CursorText.of(7));
    ordered(manager -> new Indicators(manager).page(indicators));
    ordered(
        manager ->
            new Indicators(manager).page(indicators.with(Filter.ALL.withKind(IndicatorKind.URL))));
    ordered(
        manager ->
            new Indicators(manager).page(indicators.with(Filter.ALL.withValue("bad.example"))));
    ordered(
        manager -> new Indicators(manager).page(indicators.with(Filter.ALL.withSource("feed"))));
    ordered(manager -> new Indicators(manager).page(indicators.with(Filter.ALL.withFeed("feed"))));
    FindingQuery findings = FindingQuery.all(TENANT, 10).withCursor(CursorText.of(0.5, 7));
    ordered(manager -> new Vulnerabilities(manager).findings(findings));
    FindingQuery waiting =
        findings.withStatuses(Set.of(FindingStatus.OPEN, FindingStatus.IN_REVIEW));
    ordered(manager -> new Vulnerabilities(manager).findings(waiting));
    ordered(
        manager ->
            new Vulnerabilities(manager).findings(findings.withRisks(Set.of(RiskLevel.HIGH))));
    ordered(
        manager ->
            new Vulnerabilities(manager).findings(findings.with(findings.filter().ofExploited())));
    ordered(manager -> new Vulnerabilities(manager).findings(findings.withVulnerability("CVE")));
    ordered(manager -> new Vulnerabilities(manager).findings(findings.withAsset(ID)));
  }

  @Test
  void pagesWithAConditionBeside_goByAnIndexInTheirOrder() {
    AssetQuery assets = AssetQuery.all(TENANT, 10);
    sorted(manager -> new Inventory(manager).page(assets.withHostnamePrefix("web")));
    sorted(
        manager ->
            new Users(manager).page(new UserQuery(TENANT, Optional.of(CursorText.of("a")), 9)));
    sorted(
        manager ->
            new Indicators(manager)
                .page(IndicatorQuery.all(TENANT, 9).with(Filter.ALL.inForceAt(NOW))));
    sorted(
        manager ->
            new Indicators(manager)
                .page(IndicatorQuery.all(TENANT, 9).with(Filter.ALL.withText("bad"))));
    FindingQuery findings = FindingQuery.all(TENANT, 10);
    sorted(
        manager ->
            new Vulnerabilities(manager).findings(findings.with(FindingFilter.ALL.overdueAt(NOW))));
    sorted(manager -> new Vulnerabilities(manager).finding(TENANT, 7));
    ComponentQuery components = ComponentQuery.now(TENANT, ID, 10);
    sorted(
        manager ->
            new Inventory(manager).components(components.withCursor(CursorText.of("bash", 7))));
    sorted(manager -> new Inventory(manager).components(ComponentQuery.at(TENANT, ID, NOW, 10)));
  }

  /** What there is once, however many hosts have it, is looked through; findings are not. */
  @Test
  void findingsWithAText_goByAnIndex() {
    for (String row :
        List.of(
            """
            insert into vulnerabilities (id, title, modified_at)
            values ('CVE-2026-1', 'Hole in ssl', now())""",
            """
            insert into assets (id, tenant, hostname, first_seen_at, last_seen_at)
            values ('00000000-0000-0000-0000-000000000001', 'default', 'ssl-1', now(), now())""",
            """
            insert into software_components (tenant, asset_id, component_key, ecosystem, name,
              version, purl, first_seen_at, last_seen_at)
            values ('default', '00000000-0000-0000-0000-000000000001', sha256('a'), 'npm', 'ssl',
              '1', 'pkg:npm/ssl', now(), now())""",
            "insert into found_components (tenant, name) values ('default', 'ssl')")) {
      STORE.execute(row);
    }
    FindingQuery findings = FindingQuery.all(TENANT, 10).with(FindingFilter.ALL.withText("ssl"));
    List<String> plans = plans(manager -> new Vulnerabilities(manager).findings(findings));
    assertThat(plans).hasSize(4);
    for (String plan : plans) {
      if (plan.startsWith("select id from vulnerabilities")) {
        assertThat(plan).containsOnlyOnce("Seq Scan");
      } else {
        isIndexed(plan);
      }
    }
  }

  @Test
  void otherReads_goByAnIndex() {
    IncidentQuery ofAlert =
        IncidentQuery.all(TENANT, 10).withAlert(TestEvents.alert(TENANT, 1).id());
    indexed(manager -> new Incidents(manager).page(ofAlert));
    indexed(manager -> new Incidents(manager).find(TENANT, ID));
    indexed(manager -> new Inventory(manager).find(TENANT, ID));
    indexed(manager -> new Inventory(manager).page(AssetQuery.all(TENANT, 9).withAddress("::1")));
    indexed(manager -> new Inventory(manager).merges(TENANT, ID));
    indexed(manager -> new Inventory(manager).previewMerge(TENANT, ID, new UUID(0, 2)));
    ComponentChangeQuery changes =
        new ComponentChangeQuery(
            TENANT,
            ID,
            NOW,
            Optional.of(NOW),
            Optional.of(ComponentChange.Kind.REMOVED),
            Optional.of("ssl"),
            Optional.of(CursorText.of("bash", "deb", "amd64")),
            10);
    indexed(manager -> new Inventory(manager).changes(changes));
    indexed(manager -> new Inventory(manager).changeTotals(changes));
    indexed(manager -> new Alerts(manager).find(TENANT, TestEvents.alert(TENANT, 1).id()));
    indexed(manager -> new Vulnerabilities(manager).page(VulnerabilityQuery.all(TENANT, 10)));
    indexed(manager -> new Teams(manager).list(TENANT));
    indexed(manager -> new Notifications(manager).unread(TENANT, ID));
    indexed(manager -> new Notifications(manager).readUpTo(TENANT, ID, 7));
    indexed(manager -> new Indicators(manager).find(TENANT, 7));
  }

  @Test
  void readsOfThePipeline_goByAnIndex() {
    sent(pool -> new Sources(pool).list(TENANT)).forEach(QueryPlansIT::isSorted);
    sent(pool -> new Sources(pool).find(List.of(new Sources.Key(TENANT, "eve"))))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool -> new Sources(pool).count()).forEach(QueryPlansIT::isIndexed);
    sent(pool -> new IndicatorLoader(pool).load(TENANT, claim -> {}))
        .forEach(QueryPlansIT::isSorted);
    sent(pool -> new TaxiiPositions(pool).due(TENANT, "feed", "https://taxii.example/"))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool ->
            new VexFindings(pool)
                .all(TENANT, FindingFilter.ALL.withText("ssl"), Optional.empty(), 10))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool -> new PostgresDeadLetters(pool).stages()).forEach(QueryPlansIT::isIndexed);
    sent(pool -> new PostgresJournal(pool).waiting(JournalPosition.START))
        .forEach(QueryPlansIT::isIndexed);
  }

  @Test
  void readsOfRisk_goByAnIndex() {
    RiskEntity entity = new RiskEntity(EntityKind.HOST, "web-1");
    RiskQuery query = RiskQuery.all(TENANT, NOW, Duration.ofDays(7), 10);
    sent(pool -> new EntityRisks(pool).find(TENANT, entity)).forEach(QueryPlansIT::isSorted);
    sent(pool -> new EntityRisks(pool).sources(TENANT, entity, 10)).forEach(QueryPlansIT::isSorted);
    // Those of a tenant are put in order by what is left of their scores, which no index knows.
    sent(pool -> new EntityRisks(pool).page(query)).forEach(QueryPlansIT::isIndexed);
  }

  @Test
  void readsOfTheLedger_goByAnIndex() {
    RuleRef rule = TestEvents.RULE;
    sent(pool -> new PostgresCoverageLedger(pool).rows(TENANT, 10)).forEach(QueryPlansIT::isSorted);
    sent(pool -> new PostgresCoverageLedger(pool).versions(TENANT, List.of(rule.id())))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool -> new PostgresCoverageLedger(pool).untimely(TENANT, List.of(rule)))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool -> new PostgresReevaluations(pool).next()).forEach(QueryPlansIT::isSorted);
    sent(pool -> new PostgresReevaluations(pool).ranges(TENANT, List.of(rule)))
        .forEach(QueryPlansIT::isIndexed);
    sent(pool -> new ReevaluationHistory(pool).ofRule(TENANT, rule.id(), 10))
        .forEach(QueryPlansIT::isIndexed);
  }

  @Test
  void plan_withoutAnIndex_isFound() {
    assertThat(plan("select * from incidents where title = ?")).contains("Seq Scan");
    assertThat(plan("select * from audit where tenant = ? order by actor")).contains(SORTS);
  }

  private static void ordered(Function<EntityManager, ?> work) {
    for (String plan : plans(work)) {
      assertThat(plan).doesNotContain("Seq Scan").doesNotContain(SORTS).doesNotContain("Filter");
    }
  }

  private static void sorted(Function<EntityManager, ?> work) {
    plans(work).forEach(QueryPlansIT::isSorted);
  }

  private static void indexed(Function<EntityManager, ?> work) {
    plans(work).forEach(QueryPlansIT::isIndexed);
  }

  private static void isSorted(String plan) {
    assertThat(plan).doesNotContain("Seq Scan").doesNotContain(SORTS);
  }

  private static void isIndexed(String plan) {
    assertThat(plan).doesNotContain("Seq Scan");
  }

  private static List<String> sent(Consumer<DataSource> work) {
    SentStatements sent = new SentStatements(STORE.pool());
    work.accept(sent.dataSource());
    assertThat(sent.list()).isNotEmpty();
    return sent.list().stream().map(QueryPlansIT::plan).toList();
  }

  private static List<String> plans(Function<EntityManager, ?> work) {
    List<String> sent = STORE.entities().sent(() -> STORE.entities().inTransaction(work::apply));
    assertThat(sent).isNotEmpty();
    return sent.stream().map(QueryPlansIT::plan).toList();
  }

  private static String plan(String sql) {
    StringBuilder numbered = new StringBuilder();
    int parameter = 0;
    for (char c : sql.toCharArray()) {
      numbered.append(c == '?' ? "$" + ++parameter : String.valueOf(c));
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "set enable_seqscan = off; set enable_sort = off; set enable_incremental_sort = off;"
              + " set enable_bitmapscan = off; set enable_hashjoin = off;"
              + " set enable_mergejoin = off");
      try (ResultSet row = statement.executeQuery("explain (generic_plan) " + numbered)) {
        StringBuilder plan = new StringBuilder(sql);
        while (row.next()) {
          plan.append('\n').append(row.getString(1));
        }
        return plan.toString();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** In the protocol that lets a statement with parameters be explained without values. */
  private static Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", STORE.database().user());
    properties.setProperty("password", STORE.database().password());
    properties.setProperty("preferQueryMode", "simple");
    return DriverManager.getConnection(STORE.database().jdbcUrl(), properties);
  }
}
