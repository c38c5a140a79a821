package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.correlate.UntimelyEvent.Reason;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CorrelationCommit;
import io.eventsec.core.spi.CorrelationCount;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.UntimelyNote;
import io.eventsec.persistence.alert.AlertSummary;
import io.eventsec.persistence.alert.Alerts;
import io.eventsec.persistence.correlation.CorrelationLedger;
import io.eventsec.persistence.correlation.UntimelyRecord;
import io.eventsec.persistence.correlation.UntimelyRetention;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What correlations have done, as people look it up. */
class CorrelationLedgerIT {
  @RegisterExtension private static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final RuleRef OLD = new RuleRef("rule", "1");
  private static final RuleRef NEW = new RuleRef("rule", "2");

  private final CorrelationLedger ledger = new CorrelationLedger(STORE.pool());
  private int position;

  @Test
  void counts_addUp_forEachVersion() {
    commit(List.of(new CorrelationCount(TENANT, OLD, 1, 1, 1, 1, 1, 1)), List.of());
    commit(List.of(new CorrelationCount(TENANT, NEW, 10, 2, 0, 0, 0, 0)), List.of());
    commit(List.of(new CorrelationCount(TENANT, NEW, 5, 1, 3, 2, 1, 7)), List.of());

    assertThat(ledger.counts(TENANT, "rule"))
        .containsExactly(
            new CorrelationCount(TENANT, NEW, 15, 3, 3, 2, 1, 7),
            new CorrelationCount(TENANT, OLD, 1, 1, 1, 1, 1, 1));
    assertThat(ledger.counts(TENANT, "other")).isEmpty();
    assertThat(ledger.totals()).containsEntry("events", 16L).containsEntry("evicted", 8L);
  }

  @Test
  void untimelyEvents_areListedOnce_andForgottenWhenOld() {
    UntimelyNote late = note(1, Reason.LATE);
    UntimelyNote ahead = note(2, Reason.AHEAD);
    commit(List.of(), List.of(late, ahead));
    commit(List.of(), List.of(late));

    assertThat(ledger.untimely(TENANT, "rule"))
        .extracting(UntimelyRecord::note)
        .containsExactlyInAnyOrder(late, ahead);
    UntimelyRetention retention = new UntimelyRetention(STORE.pool());
    assertThat(retention.count(Instant.now().minusSeconds(60))).isZero();
    assertThat(retention.forgetSome(Instant.now().plusSeconds(60))).isEqualTo(2);
    assertThat(ledger.untimely(TENANT, "rule")).isEmpty();
  }

  @Test
  void alertThatGoesOn_tellsHowOftenAndWhenLast_andNeverLess() {
    Alert alert = TestEvents.alert(TENANT, 1);
    Instant last = TestEvents.BEGINNING.plusSeconds(600);
    commit(List.of(alert), new AlertRepeat(alert.id(), TENANT, 5, last));
    commit(List.of(), new AlertRepeat(alert.id(), TENANT, 4, last.minusSeconds(1)));

    AlertSummary found = summary(alert);
    assertThat(found.firings()).isEqualTo(5);
    assertThat(found.lastEventTime()).isEqualTo(last);
    assertThat(found.revision()).isEqualTo(1);
    Alert once = TestEvents.alert(TENANT, 2);
    commit(List.of(once), new AlertRepeat(TestEvents.alert(TENANT, 3).id(), TENANT, 2, last));
    assertThat(summary(once).firings()).isEqualTo(1);
    assertThat(summary(once).lastEventTime()).isEqualTo(once.eventTime());
    assertThat(summary(once).seq()).isGreaterThan(found.seq());
  }

  private AlertSummary summary(Alert alert) {
    return STORE
        .entities()
        .inTransaction(
            manager -> new Alerts(manager).find(TENANT, alert.id()).orElseThrow().summary());
  }

  private static UntimelyNote note(int n, Reason reason) {
    return new UntimelyNote(
        TENANT,
        NEW,
        TestEvents.event(TENANT, n).id(),
        TestEvents.BEGINNING.plusSeconds(n),
        "sensor",
        reason,
        7);
  }

  private void commit(List<CorrelationCount> counts, List<UntimelyNote> untimely) {
    commit(List.of(), new CorrelationCommit(List.of(), List.of(), counts, untimely));
  }

  private void commit(List<Alert> alerts, AlertRepeat repeat) {
    commit(alerts, new CorrelationCommit(List.of(repeat), List.of(), List.of(), List.of()));
  }

  private void commit(List<Alert> alerts, CorrelationCommit correlations) {
    ReaderStep step =
        new ReaderStep("detect", new JournalPosition(position), new JournalPosition(position + 1L));
    position++;
    new PostgresDetectionStore(STORE.pool())
        .commit(new DetectionCommit(step, alerts, List.of(), correlations, 1));
  }
}
