package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import io.eventsec.core.spi.DeadLetter;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.RiskLedger;
import io.eventsec.persistence.detection.DeadLetterGroup;
import io.eventsec.persistence.detection.DeadLetterPage;
import io.eventsec.persistence.detection.PostgresDeadLetters;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.ReaderState;
import io.eventsec.persistence.detection.StoredDeadLetter;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.risk.EntityRisks;
import io.eventsec.testkit.DeadLettersContract;
import io.eventsec.testkit.DetectionPorts;
import io.eventsec.testkit.DetectionStoreContract;
import io.eventsec.testkit.OutboxContract;
import io.eventsec.testkit.RiskContract;
import io.eventsec.testkit.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDetectionIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  /** Each call gives stores of their own, as if each were on another node. */
  private static DetectionPorts anotherNode() {
    return new DetectionPorts(
        new PostgresDetectionStore(STORE.pool()),
        new PostgresDeadLetters(STORE.pool()),
        new PostgresOutbox(STORE.pool()));
  }

  @Nested
  class Store extends DetectionStoreContract {
    @Override
    protected DetectionPorts ports() {
      return anotherNode();
    }

    @Test
    void readers_tellHowFarTheyHaveCome() {
      PostgresJournal journal = new PostgresJournal(STORE.pool());
      journal.append(TestEvents.batch(Tenant.DEFAULT, "a", "1", "2"));
      journal.append(TestEvents.batch(Tenant.DEFAULT, "b", "3"));
      PostgresDetectionStore store = new PostgresDetectionStore(STORE.pool());
      ReaderStep step = new ReaderStep("detect", JournalPosition.START, journal.end());
      store.commit(new DetectionCommit(step, List.of(), List.of(), 2));
      ReaderState state = store.readers().get(0);
      assertThat(store.readers()).hasSize(1);
      assertThat(state.position()).isEqualTo(journal.end());
      assertThat(state.records()).isEqualTo(3);
      assertThat(state.events()).isEqualTo(2);
    }

    @Test
    void commit_alertsAreNumberedInTheOrderGiven() {
      commitNextAlerts(40);
      assertThat(
              STORE.number(
                  """
                  select count(*) from (
                    select evidence->0->'native'->>'dns.rrname' as name,
                      row_number() over (order by change_seq) - 1 as place from alerts) as numbered
                  where name = 'host-' || place || '.example'"""))
          .isEqualTo(40);
    }

    private void commitNextAlerts(int alerts) {
      ReaderStep step = new ReaderStep("detect", JournalPosition.START, new JournalPosition(1));
      ports()
          .store()
          .commit(
              new DetectionCommit(
                  step,
                  IntStream.range(0, alerts)
                      .mapToObj(n -> TestEvents.alert(Tenant.DEFAULT, n))
                      .toList(),
                  List.of(),
                  1));
    }
  }

  @Nested
  class Risk extends RiskContract {
    @Override
    protected DetectionPorts ports() {
      return anotherNode();
    }

    @Override
    protected RiskLedger ledger() {
      return new EntityRisks(STORE.pool());
    }

    @Override
    protected void openTenant(Tenant tenant) {
      new Tenants(STORE.pool()).ensure(tenant);
    }
  }

  @Nested
  class Letters extends DeadLettersContract {
    @Override
    protected DetectionPorts ports() {
      return anotherNode();
    }

    @Override
    protected void openTenant(Tenant tenant) {
      new Tenants(STORE.pool()).ensure(tenant);
    }

    @Test
    void page_walksAllOnceNewestFirst() {
      List<DeadLetter> letters = fill(5);
      PostgresDeadLetters store = new PostgresDeadLetters(STORE.pool());
      DeadLetterPage first = store.page(Tenant.DEFAULT, OptionalLong.empty(), 2);
      DeadLetterPage second = store.page(Tenant.DEFAULT, first.next(), 2);
      DeadLetterPage third = store.page(Tenant.DEFAULT, second.next(), 2);
      assertThat(
              Stream.of(first, second, third)
                  .flatMap(page -> page.letters().stream())
                  .map(StoredDeadLetter::letter))
          .containsExactly(
              letters.get(4), letters.get(3), letters.get(2), letters.get(1), letters.get(0));
      assertThat(third.next()).isEmpty();
    }

    @Test
    void groups_countByStageCauseAndSource() {
      fill(3);
      assertThat(new PostgresDeadLetters(STORE.pool()).groups(Tenant.DEFAULT, "test/1"))
          .containsExactly(
              new DeadLetterGroup(
                  Rejection.Stage.PARSE,
                  "json.syntax",
                  TestEvents.SOURCE,
                  3,
                  TestEvents.BEGINNING,
                  TestEvents.BEGINNING.plusSeconds(2),
                  2));
    }

    private List<DeadLetter> fill(int letters) {
      List<DeadLetter> all =
          IntStream.range(0, letters)
              .mapToObj(n -> TestEvents.deadLetter(Tenant.DEFAULT, n))
              .toList();
      ReaderStep step = new ReaderStep("index", JournalPosition.START, new JournalPosition(1));
      ports().store().advance(step, all);
      return all;
    }
  }

  @Nested
  class Deliveries extends OutboxContract {
    @Override
    protected DetectionPorts ports() {
      return anotherNode();
    }

    @Override
    protected void passTime(Duration time) {
      STORE.execute(
          "update outbox set due_at = due_at - interval '" + time.toMillis() + " milliseconds'");
    }
  }
}
