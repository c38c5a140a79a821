package io.eventsec.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.ReevaluatedRange;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.spi.DetectionCommit;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.ReaderStep;
import io.eventsec.core.spi.ReevaluationCommit;
import io.eventsec.core.spi.ReevaluationStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ReevaluationStore} must do. */
public abstract class ReevaluationContract {
  private static final Tenant TENANT = Tenant.DEFAULT;
  private static final RuleRef RULE = TestEvents.RULE;
  private static final RuleRef OTHER = new RuleRef("other", "1");
  private static final SourceRange A = new SourceRange("a", 3, 5);
  private static final SourceRange B = new SourceRange("b", 8, 9);

  /** For subclasses. */
  protected ReevaluationContract() {}

  /** The ports under test: empty when a test begins, the same throughout it. */
  protected abstract CoveragePorts ports();

  /** Asks for a re-evaluation; of a rule no other one is open. */
  protected abstract void request(Tenant tenant, RuleRef rule, List<SourceRange> ranges);

  @Test
  public void next_nothingAskedFor_isNone() {
    assertThat(store().next()).isEmpty();
    assertThat(store().ranges(TENANT, List.of(RULE))).isEmpty();
  }

  @Test
  public void next_isTheOneThatWasAskedForFirst_untilItIsFinished() {
    request(TENANT, RULE, List.of(A, B));
    request(TENANT, OTHER, List.of(A));
    Reevaluation first = next();
    assertThat(first.rule()).isEqualTo(RULE);
    assertThat(first.ranges()).containsExactly(A, B);
    assertThat(first.position()).isZero();
    assertThat(next()).isEqualTo(first);
    store().fail(first, "it cannot be done");
    assertThat(next().rule()).isEqualTo(OTHER);
  }

  @Test
  public void commit_raisesAlerts_andGoesOnFromThere() {
    request(TENANT, RULE, List.of(A, B));
    Alert there = TestEvents.alert(TENANT, 1);
    ReaderStep step = new ReaderStep("detect", JournalPosition.START, new JournalPosition(1));
    ports().store().commit(new DetectionCommit(step, List.of(there), List.of(), 1));
    Alert found = TestEvents.alert(TENANT, 2);
    AlertRepeat repeat = new AlertRepeat(found.id(), TENANT, 3, TestEvents.BEGINNING);
    List<Alert> raised =
        store()
            .commit(
                new ReevaluationCommit(next(), 4, List.of(there, found), List.of(repeat), 10, 0));
    assertThat(raised).containsExactly(found);
    assertThat(ports().outbox().pending()).isEqualTo(2);
    assertThat(next().position()).isEqualTo(4);
    assertThat(ranges(RULE))
        .containsExactlyInAnyOrder(
            new ReevaluatedRange(A, 4, true), new ReevaluatedRange(B, 4, true));
  }

  @Test
  public void commit_someAlertsBeforeThePartIsDone_leavesItWhereItWas() {
    request(TENANT, RULE, List.of(A));
    Alert found = TestEvents.alert(TENANT, 2);
    ReevaluationCommit early = ReevaluationCommit.early(next(), List.of(found), List.of());
    assertThat(store().commit(early)).containsExactly(found);
    assertThat(store().commit(early)).isEmpty();
    assertThat(next().position()).isZero();
    store().commit(commit(next(), 5));
    assertThat(store().next()).isEmpty();
  }

  @Test
  public void commit_upToTheEnd_isDone() {
    request(TENANT, RULE, List.of(A, B));
    store().commit(commit(next(), 6));
    store().commit(commit(next(), 9));
    assertThat(store().next()).isEmpty();
    assertThat(ranges(RULE))
        .containsExactlyInAnyOrder(
            new ReevaluatedRange(A, 9, false), new ReevaluatedRange(B, 9, false));
  }

  @Test
  public void commit_partThatAnotherNodeHasDone_writesNothing() {
    request(TENANT, RULE, List.of(A, B));
    Reevaluation seen = next();
    store().commit(commit(seen, 4));
    ReevaluationCommit late =
        new ReevaluationCommit(seen, 5, List.of(TestEvents.alert(TENANT, 1)), List.of(), 1, 0);
    assertThatThrownBy(() -> store().commit(late)).isInstanceOf(PositionConflictException.class);
    assertThat(ports().outbox().pending()).isZero();
    assertThat(next().position()).isEqualTo(4);
  }

  @Test
  public void commit_finishedOne_writesNothing() {
    request(TENANT, RULE, List.of(A));
    Reevaluation seen = next();
    store().fail(seen, "it cannot be done");
    assertThatThrownBy(() -> store().commit(commit(seen, 4)))
        .isInstanceOf(PositionConflictException.class);
  }

  @Test
  public void fail_leavesWhatWasDone() {
    request(TENANT, RULE, List.of(A, B));
    store().commit(commit(next(), 4));
    store().fail(next(), "x".repeat(5_000) + "\u0000");
    assertThat(store().next()).isEmpty();
    assertThat(ranges(RULE)).contains(new ReevaluatedRange(A, 4, false));
    // A second time, and nothing happens.
    request(TENANT, RULE, List.of(B));
    assertThat(next().ranges()).containsExactly(B);
  }

  @Test
  public void ranges_areThoseOfTheVersionAskedFor() {
    RuleRef older = new RuleRef(RULE.id(), "ffffffffffff");
    request(TENANT, older, List.of(A));
    store().commit(commit(next(), 9));
    request(TENANT, RULE, List.of(B));
    assertThat(store().ranges(TENANT, List.of(RULE)))
        .isEqualTo(Map.of(RULE, List.of(new ReevaluatedRange(B, 0, true))));
    assertThat(store().ranges(new Tenant("other"), List.of(RULE, older))).isEmpty();
  }

  private ReevaluationStore store() {
    return ports().reevaluations();
  }

  private Reevaluation next() {
    return store().next().orElseThrow();
  }

  private List<ReevaluatedRange> ranges(RuleRef rule) {
    return store().ranges(TENANT, List.of(rule)).getOrDefault(rule, List.of());
  }

  private static ReevaluationCommit commit(Reevaluation of, long position) {
    return new ReevaluationCommit(of, position, List.of(), List.of(), 1, 0);
  }
}
