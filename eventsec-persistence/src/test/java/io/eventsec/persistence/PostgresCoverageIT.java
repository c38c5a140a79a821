package io.eventsec.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.ReevaluationState;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.CoverageNote;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.persistence.coverage.CoverageRetention;
import io.eventsec.persistence.coverage.NewReevaluation;
import io.eventsec.persistence.coverage.PostgresCoverageLedger;
import io.eventsec.persistence.coverage.ReevaluationHistory;
import io.eventsec.persistence.coverage.ReevaluationRecord;
import io.eventsec.persistence.coverage.ReevaluationRequests;
import io.eventsec.persistence.detection.PostgresDetectionStore;
import io.eventsec.persistence.detection.PostgresOutbox;
import io.eventsec.persistence.detection.PostgresReevaluations;
import io.eventsec.persistence.identity.Tenants;
import io.eventsec.persistence.journal.JournalReach;
import io.eventsec.persistence.journal.PostgresJournal;
import io.eventsec.persistence.journal.WaitingSource;
import io.eventsec.testkit.CoverageContract;
import io.eventsec.testkit.CoveragePorts;
import io.eventsec.testkit.ReevaluationContract;
import io.eventsec.testkit.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was evaluated, and what is evaluated again. */
class PostgresCoverageIT {
  @RegisterExtension static final TestStore STORE = new TestStore();

  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final RuleRef RULE = TestEvents.RULE;

  /** Each call gives stores of their own, as if each were on another node. */
  private static CoveragePorts anotherNode() {
    return new CoveragePorts(
        new PostgresDetectionStore(STORE.pool()),
        new PostgresCoverageLedger(STORE.pool()),
        new PostgresReevaluations(STORE.pool()),
        new PostgresOutbox(STORE.pool()));
  }

  private static Optional<UUID> ask(NewReevaluation asked) {
    return STORE.entities().inTransaction(manager -> new ReevaluationRequests(manager).add(asked));
  }

  @Nested
  class Ledger extends CoverageContract {
    @Override
    protected CoveragePorts ports() {
      return anotherNode();
    }

    @Override
    protected void openTenant(Tenant tenant) {
      new Tenants(STORE.pool()).ensure(tenant);
    }

    @Test
    void retention_forgetsWhatHasNotGrown_andTheRulesThatNothingRefersTo() {
      commit(1, "a", RulesInForce.of(List.of(RULE)));
      commit(2, "a", RulesInForce.NONE);
      CoverageRetention retention = new CoverageRetention(STORE.pool());
      Instant later = Instant.now().plusSeconds(60);
      assertThat(retention.count(Instant.now().minusSeconds(60))).isZero();
      assertThat(retention.forgetSome(Instant.now().minusSeconds(60))).isZero();
      STORE.execute("update coverage set changed_at = now() - interval '1 day' where not is_last");
      STORE.execute("update rule_sets set seen_at = now() - interval '1 day'");
      assertThat(retention.forgetSome(Instant.now().minusSeconds(60))).isEqualTo(1);
      assertThat(STORE.number("select count(*) from rule_set_members")).isZero();
      assertThat(STORE.number("select count(*) from rule_sets")).isEqualTo(1);
      assertThat(retention.count(later)).isEqualTo(1);
      assertThat(retention.forgetSome(later)).isEqualTo(1);
      commit(3, "a", RulesInForce.NONE);
      assertThat(ports().ledger().rows(TENANT, 10)).hasSize(1);
    }

    @Test
    void rulesInForce_areKeptOnce() {
      RulesInForce rules =
          RulesInForce.of(
              IntStream.range(0, 3_000).mapToObj(n -> new RuleRef("rule-" + n, "1")).toList());
      commit(1, "a", rules);
      assertThat(STORE.number("select count(*) from rule_set_members")).isEqualTo(3_000);
      commit(2, "a", rules);
      assertThat(STORE.number("select count(*) from coverage")).isEqualTo(1);
    }

    private void commit(long position, String source, RulesInForce rules) {
      ReaderStep step =
          new ReaderStep(
              "detect", new JournalPosition(position - 1), new JournalPosition(position));
      CoverageSpan span =
          new CoverageSpan(position, position, TestEvents.BEGINNING, TestEvents.BEGINNING, 1, 0);
      ports()
          .store()
          .commit(
              new DetectionCommit(step, List.of(), List.of(), 1)
                  .with(List.of(new CoverageNote(TENANT, source, rules, span))));
    }
  }

  @Nested
  class Reevaluations extends ReevaluationContract {
    @Override
    protected CoveragePorts ports() {
      return anotherNode();
    }

    @Override
    protected void request(Tenant tenant, RuleRef rule, List<SourceRange> ranges) {
      assertThat(ask(new NewReevaluation(tenant, rule, ranges, Optional.empty()))).isPresent();
    }

    @Test
    void ofARule_oneAtATimeIsOpen() {
      NewReevaluation asked =
          new NewReevaluation(TENANT, RULE, List.of(new SourceRange("a", 1, 2)), Optional.empty());
      UUID id = ask(asked).orElseThrow();
      assertThat(ask(asked)).isEmpty();
      assertThat(STORE.number("select count(*) from reevaluation_ranges")).isEqualTo(1);
      Reevaluation next = ports().reevaluations().next().orElseThrow();
      assertThat(next.id()).isEqualTo(id);
      ports().reevaluations().fail(next, "gone");
      assertThat(ask(asked)).isPresent();
    }

    @Test
    void history_tellsHowFarItHasCome_andWhoAsked() {
      UUID user = STORE.people().user(TENANT, "ada");
      ask(
          new NewReevaluation(
              TENANT,
              RULE,
              List.of(new SourceRange("b", 4, 9), new SourceRange("a", 2, 3)),
              Optional.of(user)));
      Reevaluation next = ports().reevaluations().next().orElseThrow();
      ports()
          .reevaluations()
          .commit(
              new ReevaluationCommit(
                  next, 5, List.of(TestEvents.alert(TENANT, 1)), List.of(), 100, 2));
      ReevaluationRecord record = history().get(0);
      assertThat(record.state()).isEqualTo(ReevaluationState.RUNNING);
      assertThat(record.extent())
          .isEqualTo(new ReevaluationRecord.Extent(List.of("a", "b"), 2, 9, 5));
      assertThat(record.counts()).isEqualTo(new ReevaluationRecord.Counts(100, 1, 2));
      assertThat(record.requestedBy()).contains("ada");
      assertThat(record.finishedAt()).isEmpty();
      ports().reevaluations().fail(next, "the journal was faster");
      assertThat(history().get(0).reason()).contains("the journal was faster");
      assertThat(history().get(0).finishedAt()).isPresent();
      assertThat(new CoverageRetention(STORE.pool()).forgetSome(Instant.now().plusSeconds(60)))
          .isEqualTo(1);
      assertThat(history()).isEmpty();
    }

    @Test
    void tooManyRanges_areRefused() {
      List<SourceRange> many =
          IntStream.range(1, 1_002).mapToObj(n -> new SourceRange("a", n * 2L, n * 2L)).toList();
      assertThatThrownBy(() -> new NewReevaluation(TENANT, RULE, many, Optional.empty()))
          .hasMessageContaining("1001 ranges");
    }

    private List<ReevaluationRecord> history() {
      return new ReevaluationHistory(STORE.pool()).ofRule(TENANT, RULE.id(), 10);
    }
  }

  @Test
  void reach_tellsWhereTheJournalBegins_andWhatWaits() {
    JournalReach reach = new JournalReach(STORE.pool());
    assertThat(reach.first()).isEqualTo(1);
    PostgresJournal journal = new PostgresJournal(STORE.pool());
    journal.append(TestEvents.batch(TENANT, "k1", "1", "2"));
    journal.append(TestEvents.batch(TENANT, "k2", "3"));
    journal.append(TestEvents.batch(TENANT, "k3", "4", "5", "6"));
    assertThat(reach.first()).isEqualTo(1);
    assertThat(reach.waiting(TENANT, new JournalPosition(1)))
        .containsExactly(
            new WaitingSource(
                TestEvents.SOURCE, 2, 3, TestEvents.BEGINNING, TestEvents.BEGINNING, 4));
    assertThat(reach.waiting(TENANT, new JournalPosition(3))).isEmpty();
    assertThat(reach.waiting(new Tenant("other"), JournalPosition.START)).isEmpty();
    STORE.execute("delete from journal where position < 3");
    assertThat(reach.first()).isEqualTo(3);
  }
}
