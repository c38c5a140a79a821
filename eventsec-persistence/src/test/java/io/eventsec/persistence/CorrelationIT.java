package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.Severity;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Correlation;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Judgement;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.spi.OutboxEntry;
import io.eventsec.core.spi.ReadLimit;
import io.eventsec.persistence.alert.AlertDetail;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The exchange that brought a batch, from the journal to the alert. */
class CorrelationIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Correlation EXCHANGE = new Correlation("f81d4fae-7dec-11d0-a765-00a0c91e");
  private static final RawBatch BATCH =
      TestEvents.batch(
          Tenant.DEFAULT,
          "a",
          "{\"timestamp\":\"2026-03-01T12:00:00.000000+0000\",\"event_type\":\"dns\","
              + "\"src_ip\":\"192.0.2.1\",\"dest_ip\":\"192.0.2.53\",\"proto\":\"UDP\"}");

  private static final AlertId EXPECTED =
      AlertId.of(Tenant.DEFAULT, TestEvents.RULE, List.of(EventId.of(BATCH.origin(), 0)));

  @Test
  void batchOfAnExchange_isFoundByItInJournalAlertAndOutbox() {
    Alert alert = raised(BATCH.with(EXCHANGE));
    assertThat(
            STORE.number("select count(*) from journal where correlation_id = '" + EXCHANGE + "'"))
        .isEqualTo(1);
    assertThat(find(alert).correlation()).contains(EXCHANGE);
    assertThat(alert.id()).isEqualTo(EXPECTED);
    List<OutboxEntry> entries =
        new PostgresOutbox(STORE.pool()).claim("alert.index", 10, Duration.ofMinutes(1));
    assertThat(entries)
        .singleElement()
        .satisfies(entry -> assertThat(entry.payload()).contains(EXCHANGE.id()));
  }

  @Test
  void batchOfNoExchange_raisesTheSameAlertWithoutOne() {
    Alert alert = raised(BATCH);
    assertThat(find(alert).correlation()).isEmpty();
    assertThat(alert.id()).isEqualTo(EXPECTED);
  }

  @Test
  void idOfAnotherForm_isRefusedByTheDatabaseToo() {
    raised(BATCH);
    assertThatThrownBy(() -> STORE.execute("update alerts set correlation_id = 'short'"))
        .hasMessageContaining("alerts_correlation_id_form");
    assertThatThrownBy(() -> STORE.execute("update journal set correlation_id = E'12345678\\n'"))
        .hasMessageContaining("journal_correlation_id_form");
  }

  private static Alert raised(RawBatch batch) {
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    journal.append(batch);
    List<Alert> raised = new ArrayList<>();
    Detection everyEvent =
        event -> {
          raised.add(TestEvents.alert(event, Severity.HIGH));
          return Judgement.of(raised);
        };
    new DetectionPipeline(
            new Source(journal, EventDecoder.standard()),
            () -> everyEvent,
            new PostgresDetectionStore(STORE.pool()),
            new ReadLimit(10, 1 << 20))
        .step();
    return raised.get(0);
  }

  private static AlertDetail find(Alert alert) {
    try (TestEntities entities = new TestEntities(STORE.database())) {
      return entities.inTransaction(
          manager -> new Alerts(manager).find(Tenant.DEFAULT, alert.id()).orElseThrow());
    }
  }
}
