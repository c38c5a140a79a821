package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.backup.BackupManifest;
import io.eventsec.core.backup.DamagedBackupException;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.backup.DatabaseBackup;
import io.eventsec.persistence.backup.DatabaseRestore;
import io.eventsec.persistence.backup.RestoreRefusedException;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaCheck;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.persistence.schema.SchemaMismatchException;
import io.eventsec.persistence.schema.SchemaVersion;
import io.eventsec.testkit.TestEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseBackupIT {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> LEFT_OUT =
      List.of("flyway_schema_history", "login_attempts", "setup_tokens", "user_sessions");

  private final List<TestDatabase> databases = new ArrayList<>();
  private TestDatabase source = own(TestServers.emptyDatabase());
  private TestDatabase target = own(TestServers.emptyDatabase());

  @TempDir Path home;

  @AfterEach
  void drop() {
    databases.forEach(TestServers::drop);
  }

  @Test
  void everyRowOfEveryTable_comesBack() throws IOException {
    source = own(OldSchema.newestWithRows());
    OldSchema.execute(source, "insert into jobs (name) values ('detect')");
    OldSchema.execute(
        source,
        "insert into correlation_state (tenant, state_key, value)"
            + " values ('default', 'clocks', '\\x00017f80ff')");
    OldSchema.execute(
        source, "insert into correlation_counts values ('default', 'r', 'v', 1, 2, 3, 4, 5, 6)");
    OldSchema.execute(
        source,
        "insert into untimely_events (tenant, rule_id, event_id, rule_version, event_time, source,"
            + " reason) values ('default', 'r', 'e', 'v', now(), 's', 'LATE')");
    OldSchema.execute(
        source,
        """
        insert into rule_sets (tenant, set_id) values ('default', repeat('0', 32));
        insert into rule_set_members values ('default', repeat('0', 32), 'r', 'v');
        insert into coverage (tenant, source, set_id, from_position, to_position, from_time,
          to_time, events, failed)
        values ('default', 's', repeat('0', 32), 1, 2, '2026-01-01', '2026-01-02', 3, 1);
        insert into reevaluations (id, tenant, rule_id, rule_version, position)
        values (gen_random_uuid(), 'default', 'r', 'v', 1);
        insert into reevaluation_ranges select tenant, id, 's', 1, 2 from reevaluations""");
    OldSchema.execute(source, "update alerts set title = E'tab\\t line\\n back\\\\slash \\u2603'");
    Map<String, String> before = content(source);
    assertThat(before.values()).as("each table has rows").noneMatch(rows -> rows.startsWith("0 "));

    BackupManifest written = backup();
    BackupManifest restored = new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));

    assertThat(content(target)).isEqualTo(before);
    assertThat(restored).isEqualTo(written);
    assertThat(restored.fact("schema")).isEqualTo(SchemaVersion.EXPECTED);
    assertThat(new SchemaCheck(target.dataSource()).check().current()).isTrue();
    for (String left : List.of("login_attempts", "setup_tokens", "user_sessions")) {
      assertThat(OldSchema.strings(target, "select count(*) from " + left)).containsExactly("0");
    }
  }

  @Test
  void jobs_comeBackWithoutLeasesAndFailures() throws IOException {
    source = own(OldSchema.newestWithRows());
    OldSchema.execute(
        source,
        """
        insert into jobs (name, due_at, owner, turn, leased_until, claimed_at, started_at,
          finished_at, outcome, report, failure, failures) values
          ('claimed', '2026-01-01', 'gone', 7, 'infinity', now(), now(), now(), 'SUCCEEDED', 'r',
            null, 0),
          ('failed', 'infinity', null, 8, null, null, now(), now(), 'FAILED', null, 'f', 3)""");
    backup();
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));

    assertThat(
            OldSchema.strings(
                target,
                """
                select concat_ws(' ', name, turn, coalesce(owner, 'free'), outcome, failure,
                  failures, finished_at is null, due_at <= now())
                from jobs where name in ('claimed', 'failed') order by name"""))
        .containsExactly("claimed 7 free SUCCEEDED 0 f t", "failed 8 free 0 t t");
  }

  @Test
  void whatIsWrittenAfterwards_getsNewNumbers() throws IOException {
    source = own(OldSchema.newestWithRows());
    OldSchema.execute(source, "select nextval('alert_changes') from generate_series(1, 40)");
    backup();
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));

    assertThat(OldSchema.strings(target, "select nextval('alert_changes')"))
        .isEqualTo(OldSchema.strings(source, "select nextval('alert_changes')"));
    String insert =
        "insert into audit (tenant, at, actor, action, object_kind, object_id, outcome) values"
            + " ('acme', now(), 'ada', 'a.b', 'c', 'd', 'DONE') returning id";
    assertThat(OldSchema.strings(target, insert)).isEqualTo(OldSchema.strings(source, insert));
  }

  @Test
  void journal_comesBackInItsPartitions_andTakesMore() throws IOException {
    source = own(OldSchema.newest());
    PostgresJournal journal = new PostgresJournal(source.dataSource());
    journal.append(batch(1));
    OldSchema.execute(source, "update journal_state set last_position = 29999");
    journal.append(batch(2));
    backup();
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));

    String partitions = "select inhrelid::regclass::text from pg_inherits order by 1";
    assertThat(OldSchema.strings(target, partitions)).contains("journal_p0", "journal_p3");
    PostgresJournal restored = new PostgresJournal(target.dataSource());
    assertThat(restored.append(batch(2)).duplicate()).isTrue();
    assertThat(restored.append(batch(3)).position().value()).isEqualTo(30_001);
  }

  @Test
  void partitionOfTheFirstMigration_comesBackAsWideAsItWas() throws IOException {
    source = own(OldSchema.newestWithRows());
    backup();
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));
    String bounds =
        "select relname || ' ' || pg_get_expr(relpartbound, oid) from pg_class where relispartition"
            + " and relkind = 'r' order by 1";
    assertThat(OldSchema.strings(target, bounds)).isEqualTo(OldSchema.strings(source, bounds));
  }

  @Test
  void backup_isOneMoment_whileOthersWrite() throws Exception {
    source = own(OldSchema.newest());
    PostgresJournal journal = new PostgresJournal(source.dataSource());
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              for (int n = 0; !enough.get(); n++) {
                journal.append(batch(n));
              }
            });
    try {
      TestStore.await("some batches", () -> count(source, "journal") > 20);
      backup();
    } finally {
      enough.set(true);
      writing.join();
    }
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));

    long batches = count(target, "journal");
    assertThat(batches).isBetween(20L, count(source, "journal"));
    assertThat(count(target, "journal_receipts")).isEqualTo(batches);
    assertThat(OldSchema.strings(target, "select last_position from journal_state"))
        .containsExactly(Long.toString(batches));
  }

  @Test
  void backupOfAnOlderVersion_isRestoredIntoThatVersion_andMigratesOn() throws IOException {
    source = own(OldSchema.versionOneWithRows());
    assertThat(backup().fact("schema")).isEqualTo("1");
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));
    assertThat(new SchemaCheck(target.dataSource()).check().version()).contains("1");
    new SchemaMigration(source.dataSource()).migrate();
    new SchemaMigration(target.dataSource()).migrate();
    assertThat(content(target)).isEqualTo(content(source));
  }

  @Test
  void databaseWithRows_isRefusedAndLeftAlone() throws IOException {
    source = own(OldSchema.newestWithRows());
    backup();
    target = own(OldSchema.newest());
    OldSchema.execute(target, "insert into tenants (id) values ('other')");
    Map<String, String> before = content(target);
    assertThatThrownBy(() -> new DatabaseRestore(target.dataSource()).restore(home.resolve("b")))
        .isInstanceOf(RestoreRefusedException.class)
        .hasMessageContaining("rows in tenants.")
        .hasMessageContaining("new database");
    assertThat(content(target)).isEqualTo(before);
  }

  @Test
  void databaseThatIsMigratedAndNotUsed_isFilled() throws IOException {
    source = own(OldSchema.newestWithRows());
    backup();
    target = own(OldSchema.newest());
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));
    assertThat(content(target)).isEqualTo(content(source));
  }

  @Test
  void otherVersion_isRefusedWithBoth() throws IOException {
    source = own(OldSchema.versionOneWithRows());
    backup();
    target = own(OldSchema.newest());
    assertThatThrownBy(() -> new DatabaseRestore(target.dataSource()).restore(home.resolve("b")))
        .isInstanceOf(RestoreRefusedException.class)
        .hasMessageContaining(
            "at version " + SchemaVersion.EXPECTED + " and the backup's at version 1");
  }

  @Test
  void versionThatThisBuildDoesNotKnow_isRefused() throws IOException {
    source = own(OldSchema.newestWithRows());
    OldSchema.execute(
        source,
        "update flyway_schema_history set version = '999' where version = '"
            + SchemaVersion.EXPECTED
            + "'");
    backup();
    assertThatThrownBy(() -> new DatabaseRestore(target.dataSource()).restore(home.resolve("b")))
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContaining("999")
        .hasMessageContaining("1 to " + SchemaVersion.EXPECTED);
  }

  @Test
  void damagedBackup_touchesNothing() throws IOException {
    source = own(OldSchema.newestWithRows());
    backup();
    Path file = home.resolve("b").resolve("users.copy.gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> new DatabaseRestore(target.dataSource()).restore(home.resolve("b")))
        .isInstanceOf(DamagedBackupException.class)
        .hasMessageContaining("users.copy.gz");
    assertThat(OldSchema.counts(target)).isEmpty();
  }

  @Test
  void restoreThatFails_leavesTheDatabaseEmpty_andCanBeDoneAgain() throws Exception {
    source = own(OldSchema.newestWithRows());
    backup();
    target = own(OldSchema.newest());
    Map<String, String> before = content(target);
    try (Connection user = target.connect();
        Statement statement = user.createStatement()) {
      user.setAutoCommit(false);
      statement.execute("select * from alerts");
      DatabaseRestore restore = new DatabaseRestore(target.dataSource(), Duration.ofMillis(300));
      assertThatThrownBy(() -> restore.restore(home.resolve("b")))
          .isInstanceOf(StoreUnavailableException.class)
          .hasMessageContaining("lock timeout");
    }
    assertThat(content(target)).isEqualTo(before);
    new DatabaseRestore(target.dataSource()).restore(home.resolve("b"));
    assertThat(content(target)).isEqualTo(content(source));
  }

  @Test
  void databaseOfSomebodyElse_hasNothingToBackUp() {
    OldSchema.execute(source, "create table theirs (id int)");
    assertThatThrownBy(this::backup)
        .isInstanceOf(RestoreRefusedException.class)
        .hasMessageContaining("no schema of EVENTSEC");
  }

  private TestDatabase own(TestDatabase database) {
    databases.add(database);
    return database;
  }

  private BackupManifest backup() throws IOException {
    return new DatabaseBackup(source.dataSource()).write(home.resolve("b"), NOW, "eventsec 0");
  }

  private static RawBatch batch(int n) {
    return TestEvents.batch(Tenant.DEFAULT, "b" + n, "one", "two", "three");
  }

  private static long count(TestDatabase database, String table) {
    return Long.parseLong(OldSchema.strings(database, "select count(*) from " + table).get(0));
  }

  /** How many rows each table has, and a digest of all that is in them. */
  private static Map<String, String> content(TestDatabase database) {
    Map<String, String> content =
        OldSchema.ofEachTable(
            database,
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                + " from %s t");
    content.keySet().removeAll(LEFT_OUT);
    return content;
  }
}
