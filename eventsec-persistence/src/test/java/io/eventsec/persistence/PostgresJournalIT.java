package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.spi.EventJournal;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.JournalReceipt;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.journal.JournalTotals;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.EventJournalContract;
import io.eventsec.testkit.TestEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJournalIT extends EventJournalContract {
  @RegisterExtension static final TestStore STORE = new TestStore();

  @Override
  protected EventJournal journal() {
    return postgres();
  }

  @Override
  protected void openTenant(Tenant tenant) {
    new Tenants(STORE.pool()).ensure(tenant);
  }

  /** A partition has 10,000 positions. */
  @Override
  protected boolean truncatesExactly() {
    return false;
  }

  @Test
  void append_positionsHaveNoGaps() {
    append("a", "1");
    append("a", "1");
    assertThatThrownBy(() -> append("a", "other")).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> postgres().append(TestEvents.batch(new Tenant("unknown"), "x", "1")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(append("b", "2").position()).isEqualTo(new JournalPosition(2));
  }

  @Test
  void append_unknownTenant_saysSoWithoutQuotingTheRow() {
    assertThatThrownBy(
            () -> postgres().append(TestEvents.batch(new Tenant("unknown"), "x", "payload")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("append a batch to the journal")
        .hasMessageContaining("tenant_fk")
        .hasMessageContaining("23503")
        .hasMessageNotContaining("Detail");
  }

  @Test
  void append_keyThatCannotBeStored_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> append("a\u0000", "1"))
        .withMessageContaining("The batch key");
  }

  @Test
  void append_payloadTooLarge_isRefused() {
    RawBatch batch =
        new RawBatch(
            new EventOrigin(Tenant.DEFAULT, "s", "k", 0),
            "k",
            RawBatch.AUTO,
            TestEvents.BEGINNING,
            new byte[PostgresJournal.LARGEST_PAYLOAD + 1],
            1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> postgres().append(batch))
        .withMessageContaining(String.valueOf(PostgresJournal.LARGEST_PAYLOAD));
  }

  @Test
  void totals_countRecordsOnceAndOutliveTruncation() {
    append("a", "1", "2");
    JournalReceipt last = append("b", "3");
    append("b", "3");
    STORE.execute("truncate journal");
    assertThat(postgres().totals()).isEqualTo(new JournalTotals(last.position(), 3));
  }

  @Test
  void forgetReceipts_freesTheKeysOfOldBatches() {
    append("a", "1");
    assertThat(postgres().forgetReceipts(TestEvents.BEGINNING)).isZero();
    assertThat(postgres().forgetReceipts(TestEvents.BEGINNING.plusSeconds(1))).isEqualTo(1);
    assertThat(append("a", "2").duplicate()).isFalse();
  }

  @Test
  void waiting_isTheAgeOfTheNextBatch_ifThereIsOne() {
    append("a", "1");
    STORE.execute("update journal set received_at = now() - interval '1 hour'");
    assertThat(postgres().waiting(JournalPosition.START).orElseThrow())
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
    assertThat(postgres().waiting(new JournalPosition(1))).isEmpty();
    STORE.execute("update journal set received_at = now() + interval '1 hour'");
    assertThat(postgres().waiting(JournalPosition.START)).contains(Duration.ZERO);
  }

  @Test
  void read_damagedPayload_namesTheBatch() {
    append("a", "1");
    STORE.execute("update journal set payload = '\\x789c00'");
    assertThatThrownBy(() -> postgres().read(JournalPosition.START, new ReadLimit(1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("journal batch 1 is damaged");
  }

  @Test
  void everyCall_givesTheConnectionBackAsItWas() throws SQLException {
    append("a", "1");
    postgres().read(JournalPosition.START, new ReadLimit(1, 1));
    try (Connection connection = STORE.pool().getConnection()) {
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_REPEATABLE_READ);
    }
  }

  private static PostgresJournal postgres() {
    return new PostgresJournal(STORE.pool());
  }

  private static JournalReceipt append(String key, String... lines) {
    return postgres().append(TestEvents.batch(Tenant.DEFAULT, key, lines));
  }
}
