package io.eventsec.persistence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.embedded.test.TestServers;
import io.eventsec.persistence.internal.CustomPlans;
import io.eventsec.persistence.schema.SchemaMigration;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How PostgreSQL reads the journal: 30,000 batches in three partitions. */
class JournalPlanIT {
  private static final TestDatabase DATABASE = TestServers.emptyDatabase();

  @BeforeAll
  static void fill() throws SQLException {
    new SchemaMigration(DATABASE.dataSource()).migrate();
    PostgresJournal journal = new PostgresJournal(DATABASE.dataSource());
    for (int partition = 0; partition < 3; partition++) {
      execute("update journal_state set last_position = " + (partition * 10_000L + 9_998));
      journal.append(TestEvents.batch(Tenant.DEFAULT, "key-" + partition, "1"));
    }
    execute(
        """
        insert into journal (position, tenant, source, batch_key, origin_key, first_ordinal, format,
          received_at, record_count, raw_size, payload)
        select n, 'default', 's', 'k', 'o', 0, 'auto', timestamptz '2026-01-01', 1, 1, '\\x00'
        from generate_series(1, 29999) n on conflict do nothing""");
    execute("analyze journal");
  }

  @AfterAll
  static void drop() {
    TestServers.drop(DATABASE);
  }

  @Test
  void read_nearTheEnd_scansTheIndexOfOnePartition() throws SQLException {
    assertThat(plan(25_000, 25_100, 100))
        .contains("Index Scan using journal_p2_pkey")
        .doesNotContain("Sort")
        .doesNotContain("Seq Scan")
        .doesNotContain("journal_p0", "journal_p1");
  }

  @Test
  void read_overTheEndOfAPartition_scansTwoIndexesInTheirOrder() throws SQLException {
    assertThat(plan(9_950, 10_050, 100))
        .contains("Append")
        .contains("Index Scan using journal_p0_pkey", "Index Scan using journal_p1_pkey")
        .doesNotContain("Sort")
        .doesNotContain("Seq Scan")
        .doesNotContain("journal_p2");
  }

  @Test
  void read_fromFarBehind_scansIndexesInTheirOrder() throws SQLException {
    assertThat(plan(0, Long.MAX_VALUE, 100))
        .contains("Index Scan using journal_p0_pkey", "Index Scan using journal_p2_pkey")
        .doesNotContain("Sort")
        .doesNotContain("Merge Append")
        .doesNotContain("Seq Scan");
  }

  @Test
  void read_manyTimes_isPlannedForThePartitionEachTime() throws SQLException {
    for (int time = 0; time < 12; time++) {
      assertThat(plan(25_000, 25_100, 100)).doesNotContain("journal_p0");
    }
  }

  @Test
  void read_locksNoOtherPartition() throws SQLException {
    try (Connection connection = DATABASE.connect();
        PreparedStatement query = connection.prepareStatement(JournalReading.NEXT)) {
      connection.setAutoCommit(false);
      CustomPlans.use(connection);
      // Past the fifth run, when a plan for any value would be made.
      for (int time = 0; time < 12; time++) {
        set(query, 25_000, 25_100, 100);
        query.executeQuery().close();
      }
      assertThat(
              string(
                  connection,
                  """
                  select string_agg(distinct c.relname, ' ' order by c.relname) from pg_locks l
                  join pg_class c on c.oid = l.relation
                  where l.pid = pg_backend_pid() and c.relname ~ '^journal_p[0-9]$'"""))
          .isEqualTo("journal_p2");
      connection.rollback();
    }
  }

  private static String plan(long after, long upTo, int limit) throws SQLException {
    try (Connection connection = DATABASE.connect();
        PreparedStatement query = connection.prepareStatement("explain " + JournalReading.NEXT)) {
      connection.setAutoCommit(false);
      CustomPlans.use(connection);
      set(query, after, upTo, limit);
      try (ResultSet row = query.executeQuery()) {
        StringBuilder plan = new StringBuilder();
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
        return plan.toString();
      } finally {
        connection.rollback();
      }
    }
  }

  private static void set(PreparedStatement query, long after, long upTo, int limit)
      throws SQLException {
    query.setLong(1, after);
    query.setLong(2, upTo);
    query.setInt(3, limit);
  }

  private static String string(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
