package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.embedded.test.TestDatabase;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.internal.Database;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestEvents;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final DeadLetter LETTER = TestEvents.deadLetter(Tenant.DEFAULT, 7);
  private static final DetectionCommit COMMIT =
      new DetectionCommit(
          new ReaderStep("detect", JournalPosition.START, new JournalPosition(1)),
          List.of(TestEvents.alert(Tenant.DEFAULT, 1)),
          List.of(LETTER),
          1);

  @Test
  void commit_connectionKilledInTheMiddle_leavesNothingAndCanBeDoneAgain() throws Exception {
    PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
    try (Connection blocker = STORE.database().connect()) {
      blocker.setAutoCommit(false);
      insertTheSameLetter(blocker);
      // Alerts and outbox are written by then; the dead letter waits for the blocker's.
      CompletableFuture<?> commit = CompletableFuture.supplyAsync(() -> store.commit(COMMIT));
      TestStore.await("the commit waits for the blocker", () -> waiting() == 1);
      STORE.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and wait_event_type = 'Lock'");
      assertThatThrownBy(() -> commit.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(StoreUnavailableException.class);
      blocker.rollback();
    }
    assertThat(STORE.number("select count(*) from alerts")).isZero();
    assertThat(STORE.number("select count(*) from outbox")).isZero();
    assertThat(store.position("detect")).isEqualTo(JournalPosition.START);
    assertThat(store.commit(COMMIT)).hasSize(1);
  }

  @Test
  void append_connectionKilledWhileItWaits_canBeDoneAgain() throws Exception {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    try (Connection blocker = STORE.database().connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("update journal_state set records = records");
      CompletableFuture<?> append =
          CompletableFuture.supplyAsync(
              () -> journal.append(TestEvents.batch(Tenant.DEFAULT, "a", "1")));
      TestStore.await("the append waits for the blocker", () -> waiting() == 1);
      STORE.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname ="
              + " current_database() and wait_event_type = 'Lock'");
      assertThatThrownBy(append::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(StoreUnavailableException.class);
      blocker.rollback();
    }
    assertThat(journal.end()).isEqualTo(JournalPosition.START);
    assertThat(journal.append(TestEvents.batch(Tenant.DEFAULT, "a", "1")).duplicate()).isFalse();
  }

  @Test
  void statement_takesTooLong_isUnavailable() {
    Database database = new Database(STORE.pool(), Duration.ofMillis(50));
    assertThatThrownBy(() -> database.inTransaction("sleep", OutageIT::sleep))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("Could not sleep");
  }

  @Test
  void lock_isHeldTooLong_isUnavailable() throws Exception {
    Database database = new Database(STORE.pool(), Duration.ofMillis(50));
    try (Connection blocker = STORE.database().connect();
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table outbox");
      assertThatThrownBy(() -> database.inTransaction("read the outbox", OutageIT::readOutbox))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  @Test
  void bug_isNoOutage() {
    Database database = new Database(STORE.pool());
    assertThatThrownBy(() -> database.inTransaction("try nonsense", OutageIT::nonsense))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Could not try nonsense")
        .hasMessageContaining("42P01");
  }

  @Test
  void serverIsAway_isUnavailableAndTheMessageHasNoPassword() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    TestDatabase nowhere =
        new TestDatabase("x", "jdbc:postgresql://127.0.0.1:" + port + "/x", "u", "hunter-2");
    assertThatThrownBy(() -> new PostgresJournal(nowhere.dataSource()).end())
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageNotContaining("hunter-2");
  }

  @Test
  void poolIsExhausted_isUnavailable() throws SQLException {
    try (HikariDataSource pool = TestStore.pool(STORE.database(), "TRANSACTION_READ_COMMITTED")) {
      pool.setMaximumPoolSize(1);
      pool.setConnectionTimeout(250);
      try (Connection taken = pool.getConnection()) {
        assertThat(taken.isClosed()).isFalse();
        assertThatThrownBy(() -> new PostgresJournal(pool).end())
            .isInstanceOf(StoreUnavailableException.class);
      }
    }
  }

  private static void insertTheSameLetter(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into dead_letters (tenant, source, event_id, stage, cause, reason, raw,
              received_at)
            values ('default', 's', ?, 'PARSE', 'c', 'r', '', now())""")) {
      insert.setString(1, LETTER.rejection().eventId().value());
      insert.executeUpdate();
    }
  }

  private static long waiting() {
    return STORE.number(
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'");
  }

  private static boolean sleep(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("select pg_sleep(20)");
    }
  }

  private static boolean readOutbox(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("select count(*) from outbox");
    }
  }

  private static boolean nonsense(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute("select * from no_such_table");
    }
  }
}
