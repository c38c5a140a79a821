package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.intel.Indicator;
import io.eventsec.core.intel.IndicatorDetails;
import io.eventsec.core.intel.IndicatorKind;
import io.eventsec.core.intel.IndicatorOrigin;
import io.eventsec.core.intel.ThreatIndicator;
import io.eventsec.core.intel.ValidityPeriod;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.indicator.FeedImport;
import io.eventsec.persistence.indicator.FeedImports;
import io.eventsec.persistence.indicator.FeedOptions;
import io.eventsec.persistence.indicator.IndicatorChanges;
import io.eventsec.persistence.inventory.AssetIdentity;
import io.eventsec.persistence.inventory.Inventory;
import io.eventsec.persistence.inventory.Snapshot;
import io.eventsec.persistence.inventory.SnapshotResult;
import io.eventsec.persistence.inventory.SoftwareComponent;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.persistence.schema.SchemaVersion;
import io.eventsec.testkit.Parallel;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MigrationIT {
  private static final String HISTORY = "flyway_schema_history";

  private TestDatabase database = TestServers.emptyDatabase();

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void migrate_fromVersionOneWithRows_keepsEveryRow() {
    use(OldSchema.versionOneWithRows());
    Map<String, Long> before = OldSchema.counts(database);
    assertThat(before.values()).as("each table has a row").doesNotContain(0L);
    migrate();
    Map<String, Long> after = OldSchema.counts(database);
    before.remove(HISTORY);
    assertThat(after).containsAllEntriesOf(before);
    assertThat(strings("select convalidated from pg_constraint where not convalidated")).isEmpty();
    assertThat(new SchemaCheck(database.dataSource()).check().current()).isTrue();
  }

  @Test
  void migrate_fromVersionOneWithRows_fillsWhatIsNew() {
    use(OldSchema.versionOneWithRows());
    migrate();
    assertThat(
            strings(
                """
                select ltrim(id, '0') || ' ' || coalesce(u.username, '-') || ' '
                  || coalesce(to_char(closed_at at time zone 'UTC', 'MM-DD'), '-')
                from alerts left join users u on u.id = closed_by order by alerts.id"""
                    .replace("ltrim(id", "ltrim(alerts.id")))
        .containsExactly("1 - -", "2 ada 01-03", "3 - 01-01");
    assertThat(strings("select tenant || ' ' || change from alert_history"))
        .containsExactly("acme STATUS");
    assertThat(
            strings(
                """
                select tenant || ' ' || name || ' ' || batches || ' ' || records || ' '
                  || to_char(last_received_at at time zone 'UTC', 'MM-DD') from sources"""))
        .containsExactly("acme zeek 1 1 01-01");
  }

  @Test
  void migrate_fromVersionOneWithRows_holdsTheConstraintsFromThenOn() {
    use(OldSchema.newestWithRows());
    refused("alerts_owner_fk", "update alerts set owner_id = " + user("bob"));
    refused("alerts_status_changed_by_fk", "update alerts set status_changed_by = " + user("bob"));
    refused("sensors_created_by_fk", "update sensors set created_by = " + user("bob"));
    refused("alerts_closed_at_when_closed", "update alerts set status = 'OPEN'");
    refused("incidents_assignee_fk", "update incidents set assignee_id = " + user("bob"));
    refused("incidents_closed_by_somebody", "update incidents set closed_by = null");
    refused("incident_items_one_subject", "update incident_items set event_id = repeat('f', 32)");
    refused(
        "software_components_seen_in_order",
        "update software_components set removed_at = '2000-01-01'");
    refused(
        "asset_vulnerabilities_accepted_by_somebody",
        "update asset_vulnerabilities set accepted_by = null");
    refused(
        "asset_vulnerabilities_opened_after_found",
        "update asset_vulnerabilities set opened_at = '2000-01-01'");
    refused("digest_times_whole", "update digest_times set zone = null");
    refused("digest_times_hour_range", "update digest_times set hour = 24");
    refused("finding_history_by_people", "update finding_history set changed_by = null");
    refused(
        "finding_history_accepted_by_until", "update finding_history set accepted_until = null");
    refused("asset_addresses_canonical", "update asset_addresses set address = '2001:DB8::1'");
    refused("notifications_correlation_id_form", "update notifications set correlation_id = 'x'");
    refused("incident_history_title_named", "update incident_history set from_title = 'x'");
    refused("advisory_sources_held_has_digest", "update advisory_sources set state = 'IN_FORCE'");
    refused("advisory_mirrors_failed_has_failures", "update advisory_mirrors set failures = 1");
    refused(
        "advisory_mirrors_answered_in_order",
        "update advisory_mirrors set asked_at = '2026-01-02T12:00Z'");
    refused("advisory_sources_name_form", "update advisory_sources set name = 'a b'");
    refused("asset_evaluations_asset_fk", "update asset_evaluations set tenant = 'default'");
    refused("asset_merges_survivor_fk", "update asset_merges set tenant = 'default'");
    refused("asset_merges_by_person", "update asset_merges set rule = 'CLOUD_ID'");
    refused("risk_policies_name_form", "update risk_policies set name = 'default'");
    refused("risk_policies_created_by_fk", "update risk_policies set created_by = " + user("bob"));
    refused("risk_policy_choices_whole", "update risk_policy_choices set version = null");
    refused("risk_policy_choices_policy_fk", "update risk_policy_choices set version = 2");
    refused("finding_news_asset_fk", "update finding_news set tenant = 'default'");
    refused("finding_news_prepared_whole", "update finding_news set record = '{}'");
    refused("vulnerabilities_cvss_range", "update vulnerabilities set cvss_score = 11");
    refused("entity_risk_score_positive", "update entity_risk set score = 0");
    refused("entity_risk_score_positive", "update entity_risk set score = 'infinity'");
    refused("indicators_tlp_known", "update indicators set tlp = 'PINK'");
    refused("indicators_claim_key_length", "update indicators set claim_key = 'x'");
    refused(
        "indicator_sightings_in_order", "update indicator_sightings set last_seen = '2000-01-01'");
    refused(
        "taxii_collections_failures_not_negative", "update taxii_collections set failures = -1");
    refused("risk_contributions_points_range", "update risk_contributions set points = 0");
    refused("risk_contributions_alert_fk", "update risk_contributions set tenant = 'default'");
  }

  @Test
  void migrate_indicatorsOfVersionTen_areTheClaimsThatTheySaidBefore() {
    OldSchema.migrate(database, "10");
    execute(
        """
        insert into indicators (tenant, kind, value, source, confidence, valid_from, created_at)
        values ('default', 'DOMAIN', 'bad.example', 'f\u00fcr uns', 50, '1970-01-01T00:00Z', now())
        """);
    migrate();
    FeedImport again =
        new FeedImports(database.dataSource())
            .begin(FeedOptions.of(Tenant.DEFAULT, "f\u00fcr uns"));
    again.accept(
        new ThreatIndicator(
            new Indicator(IndicatorKind.DOMAIN, "bad.example"),
            IndicatorOrigin.of("f\u00fcr uns"),
            ValidityPeriod.ALWAYS,
            OptionalInt.of(50),
            IndicatorDetails.NONE));
    assertThat(again.finish()).isEqualTo(new IndicatorChanges(0, 0, 1, 0));
    assertThat(strings("select tenant || ' ' || revision from indicator_state"))
        .containsExactly("default 1");
  }

  @Test
  void migrate_componentsOfVersionFourteen_areInstalledStill() {
    OldSchema.migrate(database, "14");
    execute(
        """
        insert into assets (id, tenant, hostname, first_seen_at, last_seen_at, last_snapshot_at)
        values (gen_random_uuid(), 'default', 'web-1', '2026-01-01T00:00Z', '2026-01-01T00:00Z',
          '2026-01-01T00:00Z');
        insert into software_components (tenant, asset_id, component_key, ecosystem, name, version,
          arch, distro, source_name, source_version, first_seen_at, last_seen_at)
        select 'default', id, sha256(convert_to(given.name, 'UTF8')), 'deb', given.name, '3.0.1', 'amd64',
          'debian-12', source, version, '2026-01-01T00:00Z', '2026-01-01T00:00Z'
        from assets cross join (values ('libf\u00fcr', 'openssl', '3.0.1-1'), ('bash', '', ''))
          as given (name, source, version)
        """);
    migrate();
    SoftwareComponent library =
        SoftwareComponent.ofPackage("deb", "libf\u00fcr", "3.0.1", "amd64").withDistro("debian-12");
    SoftwareComponent bash =
        SoftwareComponent.ofPackage("deb", "bash", "3.0.1", "amd64").withDistro("debian-12");
    Snapshot again =
        new Snapshot(
            Tenant.DEFAULT,
            AssetIdentity.ofHostname("web-1"),
            Instant.parse("2026-01-02T00:00:00Z"),
            List.of(library.withSource("openssl", "3.0.1-1"), bash));
    try (TestEntities entities = new TestEntities(database)) {
      SnapshotResult result =
          entities.inTransaction(manager -> new Inventory(manager).record(again));
      assertThat(((SnapshotResult.Recorded) result).unchanged()).isEqualTo(2);
    }
  }

  @Test
  void everyReferenceBetweenRowsOfATenant_namesTheTenant() {
    new SchemaMigration(database.dataSource()).migrate();
    assertThat(
            strings(
                """
                select c.conname from pg_constraint c
                where c.contype = 'f' and c.confrelid <> 'tenants'::regclass
                  and exists (select 1 from pg_attribute a
                    where a.attrelid = c.conrelid and a.attname = 'tenant')
                  and exists (select 1 from pg_attribute a
                    where a.attrelid = c.confrelid and a.attname = 'tenant')
                  and not exists (select 1 from pg_attribute a
                    where a.attrelid = c.conrelid and a.attname = 'tenant'
                      and a.attnum = any (c.conkey))"""))
        .isEmpty();
  }

  @Test
  void everyReference_hasAnIndexThatBeginsWithItsColumns() {
    new SchemaMigration(database.dataSource()).migrate();
    // Without one, a change of the row referred to reads the whole table.
    assertThat(
            strings(
                """
                select c.conname from pg_constraint c
                where c.contype = 'f' and c.confrelid <> 'tenants'::regclass
                  and not exists (select 1 from pg_index i
                    where i.indrelid = c.conrelid
                      and (i.indkey::smallint[])[0:cardinality(c.conkey) - 1] @> c.conkey)"""))
        .isEmpty();
  }

  @Test
  void migrate_emptyDatabaseByThreeNodesAtOnce_appliesEachScriptOnce() throws Exception {
    threeNodes(OldSchema.versions().size());
  }

  @Test
  void migrate_versionOneByThreeNodesAtOnce_appliesEachScriptOnce() throws Exception {
    use(OldSchema.versionOneWithRows());
    Map<String, Long> before = OldSchema.counts(database);
    threeNodes(OldSchema.versions().size() - 1);
    before.remove(HISTORY);
    assertThat(OldSchema.counts(database)).containsAllEntriesOf(before);
  }

  @Test
  void migrate_connectionKilledInTheMiddleOfAScript_leavesTheOldSchemaAndCanBeDoneAgain()
      throws Exception {
    use(OldSchema.versionOneWithRows());
    Map<String, Long> before = OldSchema.counts(database);
    try (Connection reader = database.connect();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      // A long read of a table that the script alters after it has created others.
      statement.execute("lock table alert_history in access share mode");
      CompletableFuture<?> migration = CompletableFuture.supplyAsync(this::migrate);
      TestStore.await(
          "the migration waits for the reader",
          () -> !strings("select pid from pg_stat_activity where " + WAITING).isEmpty());
      execute("select pg_terminate_backend(pid) from pg_stat_activity where " + WAITING);
      assertThatThrownBy(() -> migration.get(60, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StoreUnavailableException.class);
      reader.rollback();
    }
    assertThat(OldSchema.counts(database)).isEqualTo(before);
    assertThat(migrate().version()).isEqualTo(SchemaVersion.EXPECTED);
    before.remove(HISTORY);
    assertThat(OldSchema.counts(database)).containsAllEntriesOf(before);
  }

  private static final String WAITING =
      "datname = current_database() and wait_event_type = 'Lock' and query like '%alert_history%'";

  private void use(TestDatabase other) {
    TestServers.drop(database);
    database = other;
  }

  private void threeNodes(int scripts) throws Exception {
    Callable<SchemaVersion> node = this::migrate;
    List<SchemaVersion> versions = Parallel.run(Collections.nCopies(3, node));
    assertThat(versions).extracting(SchemaVersion::version).containsOnly(SchemaVersion.EXPECTED);
    assertThat(versions.stream().mapToInt(SchemaVersion::applied).sum()).isEqualTo(scripts);
    assertThat(strings("select version from " + HISTORY + " where success"))
        .hasSize(OldSchema.versions().size())
        .doesNotHaveDuplicates();
  }

  private SchemaVersion migrate() {
    return new SchemaMigration(database.dataSource()).migrate();
  }

  private void refused(String constraint, String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining(constraint);
  }

  private static String user(String username) {
    return "(select id from users where username = '" + username + "')";
  }

  private List<String> strings(String sql) {
    return OldSchema.strings(database, sql);
  }

  private void execute(String sql) {
    OldSchema.execute(database, sql);
  }
}
