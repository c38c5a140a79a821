package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.JournalEntry;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the journal of version 1, one table, to partitions. */
class JournalMigrationIT {
  private static final ReadLimit ALL = new ReadLimit(100, Long.MAX_VALUE);

  private final TestDatabase database = TestServers.emptyDatabase();

  @BeforeEach
  void versionOne() {
    Flyway.configure().dataSource(database.dataSource()).target("1").load().migrate();
  }

  @AfterEach
  void drop() {
    TestServers.drop(database);
  }

  @Test
  void migrate_journalWithBatches_keepsThemAndGoesOn() throws SQLException {
    insert(1, 3);
    migrate();
    assertThat(partitions()).containsExactly("journal_p0: FOR VALUES FROM ('0') TO ('10000')");
    PostgresJournal journal = journal();
    List<JournalEntry> entries = journal.read(JournalPosition.START, ALL);
    assertThat(entries)
        .extracting(entry -> entry.batch().batchKey())
        .containsExactly("key-1", "key-2", "key-3");
    assertThat(entries).allSatisfy(entry -> assertThat(entry.batch().correlation()).isEmpty());
    assertThat(entries.get(0).batch().payload()).asString().isEqualTo("line");
    assertThat(append("d")).isEqualTo(new JournalPosition(4));
    assertThat(partitions()).hasSize(1);
    assertThat(journal.read(new JournalPosition(2), ALL)).hasSize(2);
  }

  @Test
  void migrate_batchesOfThreeRanges_becomeOnePartitionUpToTheEndOfTheLast() throws SQLException {
    insert(9_999, 20_002);
    migrate();
    assertThat(partitions()).containsExactly("journal_p2: FOR VALUES FROM ('0') TO ('30000')");
    assertThat(journal().read(JournalPosition.START, ALL)).hasSize(100);
    assertThat(append("next")).isEqualTo(new JournalPosition(20_003));
    assertThat(journal().truncate(new JournalPosition(20_003))).isZero();
    execute("update journal_state set last_position = 29999");
    assertThat(append("after")).isEqualTo(new JournalPosition(30_000));
    assertThat(partitions()).hasSize(2);
    assertThat(journal().truncate(new JournalPosition(30_000))).isEqualTo(20_003 - 9_999 + 1);
    assertThat(journal().read(JournalPosition.START, ALL))
        .extracting(entry -> entry.batch().batchKey())
        .containsExactly("after");
  }

  @Test
  void migrate_lastBatchEndsARange_nextOneIsInTheSamePartition() throws SQLException {
    insert(9_998, 9_999);
    migrate();
    assertThat(partitions()).containsExactly("journal_p1: FOR VALUES FROM ('0') TO ('20000')");
    assertThat(append("next")).isEqualTo(new JournalPosition(10_000));
    assertThat(partitions()).hasSize(1);
  }

  @Test
  void migrate_truncatedJournal_startsWithoutPartitions() throws SQLException {
    execute("update journal_state set last_position = 12345");
    migrate();
    assertThat(partitions()).isEmpty();
    assertThat(append("next")).isEqualTo(new JournalPosition(12_346));
    assertThat(partitions()).containsExactly("journal_p1: FOR VALUES FROM ('10000') TO ('20000')");
  }

  @Test
  void migrate_keepsReceiptsAlertsAndChecks() throws SQLException {
    insert(1, 1);
    execute(
        """
        insert into alerts (id, tenant, change_seq, rule_id, rule_version, title, severity, source,
          event_time, entities, tags, matched_items, evidence, search_text)
        values (repeat('a', 32), 'default', 1, 'r', 'v', 't', 1, 's', now(), '{}', '[]', '[]', '[]',
          '')""");
    migrate();
    assertThat(number("select count(*) from alerts where correlation_id is null")).isEqualTo(1);
    assertThat(number("select count(*) from journal_receipts")).isEqualTo(1);
    assertThat(
            number(
                """
                select count(*) from pg_constraint where conrelid = 'journal_p0'::regclass
                and contype in ('c', 'f', 'p') and (contype <> 'c' or convalidated)"""))
        .as("four checks, the tenant, the key")
        .isEqualTo(6);
    assertThat(
            number(
                """
                select count(*) from pg_index where indrelid = 'journal_p0'::regclass
                and indisvalid"""))
        .as("no index twice")
        .isEqualTo(2);
  }

  private void migrate() {
    new SchemaMigration(database.dataSource()).migrate();
  }

  private PostgresJournal journal() {
    return new PostgresJournal(database.dataSource());
  }

  private JournalPosition append(String key) {
    return journal().append(TestEvents.batch(Tenant.DEFAULT, key, "1")).position();
  }

  /** Batches as version 1 wrote them; their payload is "line", compressed by zlib. */
  private void insert(int first, int last) throws SQLException {
    execute(
        """
        insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format,
          received_at, record_count, raw_size, payload)
        select n, 'default', 's', 'key-' || n, 'o', 0, 'auto', timestamptz '2026-01-01', 1, 4,
          '\\x789ccbc9cc4b0500043001a9' from generate_series(%1$d, %2$d) n;
        insert into journal_receipts (tenant, source, batch_key, digest, position, record_count,
          received_at)
        select 'default', 's', 'key-' || n, decode(repeat('00', 32), 'hex'), n, 1,
          timestamptz '2026-01-01' from generate_series(%1$d, %2$d) n;
        update journal_state set last_position = %2$d, records = records + 1"""
            .formatted(first, last));
  }

  private List<String> partitions() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                select c.relname || ': ' || pg_get_expr(c.relpartbound, c.oid)
                from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'journal'::regclass order by 1""")) {
      List<String> found = new ArrayList<>();
      while (row.next()) {
        found.add(row.getString(1));
      }
      return found;
    }
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
