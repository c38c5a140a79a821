package io.eventsec.persistence;

import static io.eventsec.persistence.TestFindings.BAD;
import static io.eventsec.persistence.TestFindings.npm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.risk.EntityKind;
import io.eventsec.core.risk.RiskEntity;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.spi.IdempotencyConflictException;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.core.vuln.FindingStatus;
import io.eventsec.core.vuln.feed.MatchingLibrary;
import io.eventsec.core.vuln.finding.FindingEvents;
import io.eventsec.core.vuln.finding.NewsLabel;
import io.eventsec.core.vuln.finding.NewsOccasion;
import io.eventsec.core.vuln.finding.StandingFindings;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.identity.Role;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.persistence.vulnerability.AssetRef;
import io.eventsec.persistence.vulnerability.FindingMove;
import io.eventsec.persistence.vulnerability.FindingNewsStore;
import io.eventsec.persistence.vulnerability.FindingStore;
import io.eventsec.persistence.vulnerability.FindingSummary;
import io.eventsec.persistence.vulnerability.PreparedNews;
import io.eventsec.persistence.vulnerability.StandingFindingStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Findings that are exploited or critical, from the evaluation to the alert. */
class FindingNewsIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final String HOLE = "4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e01";
  private static final String BOTH = "4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e03";
  private static final String RULES =
      """
      title: Hole
      id: 4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e01
      name: hole
      level: critical
      logsource: {product: eventsec, service: finding}
      detection: {finding: {eventsec.finding.label: exploited}, condition: finding}
      ---
      title: Shell
      id: 4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e02
      name: shell
      level: medium
      logsource: {category: process_creation}
      detection: {deed: {deed: shell}, condition: deed}
      ---
      title: Shell on a host with a hole
      id: 4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e03
      level: critical
      correlation:
        type: temporal
        rules: [hole, shell]
        group-by: [host.name]
        timespan: 1d
        generate: true
      """;

  private static final Set<Role> ROLES = Set.of(Role.ANALYST, Role.ADMIN);

  private final TestFeed feed = new TestFeed();
  private final TestFindings given = new TestFindings(STORE);
  private FindingNewsStore news = new FindingNewsStore(STORE.pool());

  @BeforeEach
  void begin() {
    news = new FindingNewsStore(STORE.pool());
  }

  @Test
  void label_isToldOnce_andAnotherLabelIsToldAgain() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    given.evaluate(asset, vulnerable());
    assertThat(news()).as("HIGH is for the digest").isEmpty();

    given.evaluate(asset, scored("0.9"));
    PreparedNews critical = news().get(0);
    assertThat(critical.key()).isEqualTo(asset.id() + "/CVE-2026-1/critical");
    assertThat(critical.occasion()).isEqualTo(NewsOccasion.NEW);
    assertThat(critical.record())
        .contains(
            "\"vulnerability.id\":\"CVE-2026-1\"",
            "\"host.name\":\"web-1\"",
            "\"leftpad 1.0.0\"",
            "\"package.fixed_version\":\"1.1.0\"",
            "\"vulnerability.score.base\":9.8",
            "\"eventsec.finding.epss\":0.9",
            "\"eventsec.finding.occasion\":\"new\"");
    assertThat(news()).as("as long as nobody was told").containsExactly(critical);
    news.told(List.of(critical), ROLES);
    assertThat(news()).isEmpty();

    given.evaluate(asset, scored("0.91"));
    assertThat(news()).as("something else is said of it").isEmpty();
    given.evaluate(asset, scored("0.01"));
    given.evaluate(asset, scored("0.9"));
    assertThat(news()).as("it was told under that label").isEmpty();

    given.evaluate(asset, exploited());
    assertThat(news()).extracting(PreparedNews::key).containsExactly(key(asset, "exploited"));
  }

  @Test
  void fixedAndFoundAgain_orInAnotherComponent_isNoNews() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    vulnerable();
    given.evaluate(asset, exploited());
    news.told(news(), ROLES);
    given.install(TENANT, "web-1", npm("leftpad", "1.1.0"));
    given.evaluate(asset, exploited());
    given.install(TENANT, "web-1", npm("leftpad"), npm("leftpad", "1.0.1"));
    given.evaluate(asset, exploited());
    assertThat(given.all(TENANT)).filteredOn(one -> one.status() == FindingStatus.OPEN).hasSize(2);
    assertThat(news()).isEmpty();
  }

  @Test
  void whatIsOverBeforeItWasTold_isForgotten_andToldWhenItIsBack() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    vulnerable();
    given.evaluate(asset, exploited());
    UUID ada = STORE.people().user(TENANT, "ada");
    FindingSummary found = given.all(TENANT).get(0);
    given.move(TENANT, ada, target(FindingStatus.FALSE_POSITIVE), found);
    assertThat(news()).isEmpty();
    assertThat(STORE.number("select count(*) from finding_news")).isZero();
    given.move(TENANT, ada, target(FindingStatus.OPEN), given.all(TENANT).get(0));
    given.install(TENANT, "web-1", npm("leftpad", "1.0.1"));
    given.evaluate(asset, exploited());
    assertThat(news()).hasSize(1);
  }

  @Test
  void acceptanceThatIsOver_isNewsUnderALabelOfMeanwhile() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    given.evaluate(asset, vulnerable());
    UUID ada = STORE.people().user(TENANT, "ada");
    STORE.execute(
        """
        update asset_vulnerabilities set status = 'ACCEPTED', accepted_by = '%s',
          accepted_reason = 'why', accepted_until = now()"""
            .formatted(ada));
    given.evaluate(asset, exploited());
    assertThat(news()).isEmpty();
    new FindingStore(STORE.pool()).expireAcceptances(10);
    assertThat(news()).hasSize(1);
  }

  @Test
  void firstLook_andMoreThanADayHas_areToldAsMany() {
    SoftwareComponent[] many =
        IntStream.range(0, FindingNewsStore.MOST_SINGLE_A_DAY + 5)
            .mapToObj(n -> npm("p" + n))
            .toArray(SoftwareComponent[]::new);
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    vulnerable();
    given.evaluate(asset, exploited());
    assertThat(news()).extracting(PreparedNews::occasion).containsExactly(NewsOccasion.BULK);
    news.told(news(), ROLES);

    feed.of(
        "many.jsonl",
        IntStream.range(0, many.length)
            .mapToObj(n -> TestFeed.osv("CVE-2026-9" + n, "p" + n, "1.1.0", BAD))
            .toArray(String[]::new));
    feed.of(
        "epss.csv",
        "#model_version:v2025.03.14,score_date:2026-01-01T00:00:00+0000\ncve,epss,percentile\n"
            + String.join(
                "\n",
                IntStream.range(0, many.length)
                    .mapToObj(n -> "CVE-2026-9" + n + ",0.9,0.9")
                    .toList()));
    given.install(TENANT, "web-1", many);
    given.evaluate(asset, feed.read());
    List<PreparedNews> told = news();
    assertThat(told).hasSize(many.length);
    assertThat(told)
        .filteredOn(one -> one.occasion() == NewsOccasion.NEW)
        .hasSize(FindingNewsStore.MOST_SINGLE_A_DAY);
  }

  @Test
  void twoNodesAtOnce_prepareEachOnce() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    vulnerable();
    given.evaluate(asset, exploited());
    List<CompletableFuture<Integer>> nodes =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> new FindingNewsStore(STORE.pool()).prepare(10)))
            .toList();
    assertThat(nodes.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
  }

  @Test
  void hostWithAHoleAndADetection_isAnAlertOfACorrelation_andCollectsRisk() {
    AssetRef asset = given.install(TENANT, "Web-1", npm("leftpad"));
    given.install(TENANT, "web-2", npm("leftpad"));
    given.evaluatePending(vulnerable());
    given.evaluate(asset, exploited());
    tell();
    shell("a", "web-2");
    assertThat(detect()).isZero();
    assertThat(alerts(HOLE)).as("the hole alone").isEqualTo(1);
    assertThat(alerts(BOTH)).as("on different hosts").isZero();

    shell("b", "web-1");
    detect();
    assertThat(alerts(BOTH)).isEqualTo(1);
    EntityRisks risks = new EntityRisks(STORE.pool());
    RiskEntity host = new RiskEntity(EntityKind.HOST, "web-1");
    assertThat(risks.sources(TENANT, host, 10)).hasSizeGreaterThanOrEqualTo(2);
    assertThat(risks.sources(TENANT, host, 10))
        .extracting(source -> source.rule().id())
        .contains(HOLE, "4d1c7d60-0b62-4d0e-8b0b-2c6f1b7a0e02");

    long before = STORE.number("select count(*) from alerts");
    STORE.execute("update finding_news set told_at = null");
    tell();
    detect();
    assertThat(STORE.number("select count(*) from alerts")).as("told twice").isEqualTo(before);
  }

  @Test
  void vulnerabilityThatStands_isToldOnceADay_andJoinsADetectionOfAnotherDay() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"), npm("leftpad", "1.0.1"));
    given.install(TENANT, "web-2", npm("chalk"));
    vulnerable();
    given.evaluatePending(exploited());
    STORE.execute("delete from finding_news");
    StandingFindingStore standing = new StandingFindingStore(STORE.pool());
    List<StandingFindings> told =
        standing.page(TENANT, NewsLabel.EXPLOITED, null, 10, LocalDate.EPOCH);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).host().asset()).isEqualTo(asset.id());
    assertThat(told.get(0).vulnerabilities()).containsExactly("CVE-2026-1");
    assertThat(told.get(0).count()).as("in two components").isEqualTo(1);
    assertThat(standing.page(TENANT, NewsLabel.EXPLOITED, asset.id(), 10, LocalDate.EPOCH))
        .isEmpty();
    assertThat(standing.page(TENANT, NewsLabel.CRITICAL, null, 10, LocalDate.EPOCH)).isEmpty();
    assertThat(standing.page(new Tenant("other"), NewsLabel.EXPLOITED, null, 10, LocalDate.EPOCH))
        .isEmpty();

    tell(told.get(0));
    assertThatThrownBy(
            () -> tell(standing.page(TENANT, NewsLabel.EXPLOITED, null, 1, LocalDate.EPOCH).get(0)))
        .as("of the same day, told at another moment")
        .isInstanceOf(IdempotencyConflictException.class);
    shell("a", "web-1");
    detect();
    assertThat(alerts(BOTH)).isEqualTo(1);

    UUID ada = STORE.people().user(TENANT, "ada");
    given
        .all(TENANT)
        .forEach(one -> given.move(TENANT, ada, target(FindingStatus.FALSE_POSITIVE), one));
    assertThat(standing.page(TENANT, NewsLabel.EXPLOITED, null, 10, LocalDate.EPOCH)).isEmpty();
  }

  private static void tell(StandingFindings one) {
    new PostgresJournal(STORE.pool())
        .append(FindingEvents.batch(TENANT, one.key(), FindingEvents.json(one), one.at()));
  }

  @Test
  void eventOfAnotherSource_isNoFinding_whateverItSays() {
    AssetRef asset = given.install(TENANT, "web-1", npm("leftpad"));
    given.evaluate(asset, vulnerable());
    given.evaluate(asset, exploited());
    append("sensor-1", "forged", news().get(0).record());
    detect();
    assertThat(STORE.number("select count(*) from alerts")).isZero();
  }

  private static FindingMove.Target target(FindingStatus status) {
    return FindingMove.Target.of(status, "because");
  }

  private static String key(AssetRef asset, String label) {
    return asset.id() + "/CVE-2026-1/" + label;
  }

  private MatchingLibrary vulnerable() {
    return feed.of("osv.jsonl", TestFeed.osv("CVE-2026-1", "leftpad", "1.1.0", BAD)).read();
  }

  private MatchingLibrary exploited() {
    return feed.of("kev.json", TestFindings.exploited("CVE-2026-1", "2026-12-01")).read();
  }

  private MatchingLibrary scored(String epss) {
    return feed.of(
            "epss.csv",
            "#model_version:v2025.03.14,score_date:2026-01-01T00:00:00+0000",
            "cve,epss,percentile",
            "CVE-2026-1," + epss + ",0.5")
        .read();
  }

  private List<PreparedNews> news() {
    int some;
    do {
      some = news.prepare(50);
    } while (some > 0);
    return news.ready(0, 1_000);
  }

  private void tell() {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    List<PreparedNews> ready = news();
    for (PreparedNews one : ready) {
      journal.append(FindingEvents.batch(one.tenant(), one.key(), one.record(), Instant.now()));
    }
    news.told(ready, ROLES);
  }

  private static void shell(String key, String host) {
    append(
        "sensor-1",
        key,
        "{\"@timestamp\":\"%s\",\"event.kind\":\"event\",\"host.name\":\"%s\",\"deed\":\"shell\"}"
            .formatted(Instant.now(), host));
  }

  private static void append(String source, String key, String record) {
    new PostgresJournal(STORE.pool())
        .append(
            new RawBatch(
                new EventOrigin(TENANT, source, key, 0),
                key,
                RawBatch.AUTO,
                Instant.now(),
                record.getBytes(StandardCharsets.UTF_8),
                1));
  }

  /** Runs to the end, and until nothing waits to be correlated; returns how many were left. */
  private static long detect() {
    LoadedRules rules = LoadedRules.of(List.of(SigmaReader.read("rules.yml", RULES)));
    CorrelationRules correlations = CorrelationRules.compile(rules);
    assertThat(correlations.problems()).isEmpty();
    Detection detection = Detection.of(DetectionEngine.compile(rules.rules()), correlations);
    CorrelatorOptions options = CorrelatorOptions.DEFAULT;
    DetectionPipeline pipeline =
        new DetectionPipeline(
            new Source(new PostgresJournal(STORE.pool()), EventDecoder.ofAnyJson()),
            () -> detection,
            new PostgresDetectionStore(STORE.pool()),
            new ReadLimit(100, 1 << 20),
            options,
            Clock.offset(Clock.systemUTC(), options.idleAfter().multipliedBy(3)));
    for (int step = 0; step < 10; step++) {
      pipeline.step();
    }
    return pipeline.step().events();
  }

  private static long alerts(String rule) {
    return STORE.number("select count(*) from alerts where rule_id = '" + rule + "'");
  }
}
