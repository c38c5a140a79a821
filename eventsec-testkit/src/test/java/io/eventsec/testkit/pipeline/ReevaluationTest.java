package io.eventsec.testkit.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.GapReason;
import io.eventsec.core.coverage.GapState;
import io.eventsec.core.coverage.Reevaluation;
import io.eventsec.core.coverage.RuleCoverage;
import io.eventsec.core.spi.JournalPosition;
import io.eventsec.core.spi.PositionConflictException;
import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.testkit.TestCorrelations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that comes later is run over what it has not seen, and finds what it would have found. */
class ReevaluationTest {
  private static final int BATCHES = 20;

  /** So much later that nothing from before can count. */
  private static final int LATER = 10_000;

  private final Detecting detecting = new Detecting();

  @Test
  void ruleThatCameLater_findsWhatItWouldHaveFound() {
    twoDays(detecting, Detecting.ROOT);
    RuleRef rule = Detecting.ref(Detecting.ROOT);
    Gap gap = onlyGap(rule);
    assertThat(gap.reason()).isEqualTo(GapReason.ABSENT);
    assertThat(gap.state()).isEqualTo(GapState.OPEN);
    assertThat(gap.span())
        .extracting(CoverageSpan::from, CoverageSpan::to, CoverageSpan::events)
        .containsExactly(1L, (long) BATCHES, 20L * BATCHES);

    detecting.reevaluate(rule);

    assertThat(detecting.found(Detecting.ROOT)).isEqualTo(fromTheStart(Detecting.ROOT));
    assertThat(onlyGap(rule).state()).isEqualTo(GapState.REEVALUATED);
    assertThat(detecting.coverage(rule).isWhole()).isTrue();
    assertThat(detecting.coverage(rule).covered())
        .singleElement()
        .satisfies(covered -> assertThat(covered.span().from()).isEqualTo(BATCHES + 1L));
  }

  @Test
  void correlationThatCameLater_findsWhatItWouldHaveFound() {
    twoDays(detecting, Detecting.MANY);
    RuleRef rule = Detecting.ref(Detecting.MANY);
    assertThat(detecting.titles()).as("the second day's").contains(Detecting.MANY);

    detecting.reevaluate(rule);

    assertThat(detecting.found(Detecting.MANY))
        .isEqualTo(fromTheStart(Detecting.MANY))
        .hasSizeGreaterThan(10);
    assertThat(onlyGap(rule).state()).isEqualTo(GapState.REEVALUATED);
  }

  @Test
  void correlationOverACorrelation_thatCameLater_findsWhatItWouldHaveFound() {
    twoDays(detecting, Detecting.AFTER);

    detecting.reevaluate(Detecting.ref(Detecting.AFTER));

    assertThat(detecting.found(Detecting.AFTER))
        .isEqualTo(fromTheStart(Detecting.AFTER))
        .hasSizeGreaterThan(3);
  }

  @Test
  void again_raisesNothingTwice() {
    twoDays(detecting, Detecting.MANY);
    RuleRef rule = Detecting.ref(Detecting.MANY);
    detecting.reevaluate(rule);
    Map<String, Long> before = detecting.found(Detecting.MANY);
    long announced = detecting.store.outbox().pending();
    detecting.request(rule, detecting.coverage(rule).gaps());

    detecting.reevaluator(3).step(() -> {});

    assertThat(detecting.found(Detecting.MANY)).isEqualTo(before);
    assertThat(detecting.store.outbox().pending()).isEqualTo(announced);
  }

  @ParameterizedTest
  @ValueSource(strings = {Detecting.ROOT, Detecting.MANY})
  void storeCutOffAtRandomAndNodesInTurn_changeNothing(String title) {
    for (long seed = 1; seed <= 8; seed++) {
      Detecting disturbed = new Detecting();
      twoDays(disturbed, title);
      RuleRef rule = Detecting.ref(title);
      disturbed.request(rule, disturbed.coverage(rule).gaps());
      FlakyReevaluations flaky = new FlakyReevaluations(disturbed.store.reevaluations(), seed);
      int idle = 0;
      for (int turn = 0; idle < 2; turn++) {
        assertThat(turn).as("turns until done").isLessThan(1_000);
        try {
          idle = disturbed.reevaluator(flaky, 1 + turn % 3).step(() -> {}).idle() ? idle + 1 : 0;
        } catch (StoreUnavailableException | PositionConflictException e) {
          idle = 0;
        }
      }
      assertThat(disturbed.found(title)).as("seed " + seed).isEqualTo(fromTheStart(title));
      assertThat(disturbed.coverage(rule).isWhole()).isTrue();
    }
  }

  @Test
  void windowThatBeganInTheGap_isSeenWhole() {
    detecting.append("a", Detecting.failures(0, "ada", 3));
    detecting.drain(Detecting.without(Detecting.MANY));
    detecting.append("b", Detecting.failures(3, "ada", 1));
    detecting.drain(Detecting.all());
    assertThat(detecting.titles()).doesNotContain(Detecting.MANY);

    detecting.reevaluate(Detecting.ref(Detecting.MANY));

    Detecting start = new Detecting();
    start.append("a", Detecting.failures(0, "ada", 3));
    start.append("b", Detecting.failures(3, "ada", 1));
    start.drain(Detecting.all());
    assertThat(detecting.found(Detecting.MANY)).isEqualTo(start.found(Detecting.MANY)).hasSize(1);
  }

  @Test
  void eventsThatCameTooLate_areCountedIn() {
    detecting.append("a", Detecting.failures(0, "ada", 2));
    detecting.append("b", Detecting.failures(20, "ada", 1));
    detecting.append("c", Detecting.failures(150, "bob", 1));
    detecting.drainWithoutClock(Detecting.all());
    detecting.append("d", Detecting.failures(2, "ada", 2));
    detecting.drainWithoutClock(Detecting.all());
    detecting.drain(Detecting.all());
    RuleRef rule = Detecting.ref(Detecting.MANY);
    assertThat(detecting.titles()).isEmpty();
    Gap gap = onlyGap(rule);
    assertThat(gap.reason()).isEqualTo(GapReason.LATE);
    assertThat(gap.span())
        .extracting(CoverageSpan::from, CoverageSpan::events)
        .containsExactly(4L, 2L);

    detecting.reevaluate(rule);

    assertThat(detecting.titles()).containsExactly(Detecting.MANY);
    assertThat(onlyGap(rule).state()).isEqualTo(GapState.REEVALUATED);
  }

  @Test
  void moreAlertsThanAreHeldAtOnce_areRaisedOnceEach() {
    for (int user = 0; user < 1_300; user++) {
      detecting.append("many-" + user, Detecting.failures(user, "many-" + user, 4));
    }
    detecting.drain(Detecting.without(Detecting.MANY));
    RuleRef rule = Detecting.ref(Detecting.MANY);
    long before = detecting.store.outbox().pending();
    detecting.request(rule, detecting.coverage(rule).gaps());
    FlakyReevaluations flaky = new FlakyReevaluations(detecting.store.reevaluations(), 5);
    boolean done = false;
    while (!done) {
      try {
        done = detecting.reevaluator(flaky, 100).step(() -> {}).idle();
      } catch (StoreUnavailableException e) {
        done = false;
      }
    }
    assertThat(detecting.found(Detecting.MANY)).hasSize(1_300);
    assertThat(detecting.store.outbox().pending()).isEqualTo(before + 1_300);
    assertThat(detecting.coverage(rule).isWhole()).isTrue();
  }

  @Test
  void otherVersion_isToldApart() {
    detecting.append("a", Detecting.failures(0, "ada", 4));
    detecting.drain(Detecting.of(Detecting.RULES.replace("gte: 4", "gte: 3")));
    detecting.append("b", Detecting.failures(LATER, "ada", 4));
    detecting.drain(Detecting.all());

    Gap gap = onlyGap(Detecting.ref(Detecting.MANY));
    assertThat(gap.reason()).isEqualTo(GapReason.VERSION);
    assertThat(detecting.coverage(Detecting.ref(Detecting.ROOT)).gaps())
        .as("a rule that stayed as it is")
        .isEmpty();
  }

  @Test
  void journalThatNoLongerHasIt_endsItWithTheReason() {
    twoDays(detecting, Detecting.ROOT);
    RuleRef rule = Detecting.ref(Detecting.ROOT);
    Reevaluation asked = detecting.request(rule, detecting.coverage(rule).gaps());
    detecting.journal.truncate(new JournalPosition(5));

    assertThat(detecting.reevaluator(3).step(() -> {}).idle()).isFalse();

    assertThat(detecting.store.reevaluations().failure(asked.id()).orElseThrow())
        .contains("no longer has the batch at position 1", "6");
    assertThat(detecting.coverage(rule).gaps())
        .extracting(gap -> gap.state() + " " + gap.span().from() + "-" + gap.span().to())
        .containsExactly("OPEN 6-" + BATCHES, "GONE 1-5");
    detecting.reevaluate(rule);
    assertThat(detecting.coverage(rule).gaps())
        .extracting(Gap::state)
        .containsExactly(GapState.REEVALUATED, GapState.GONE);
  }

  @Test
  void versionThatNoLongerRuns_endsItWithTheReason() {
    twoDays(detecting, Detecting.ROOT);
    RuleRef gone = new RuleRef(Detecting.ref(Detecting.ROOT).id(), "000000000000");
    Reevaluation asked =
        detecting.request(gone, detecting.coverage(Detecting.ref(Detecting.ROOT)).gaps());

    detecting.reevaluator(3).step(() -> {});

    assertThat(detecting.store.reevaluations().failure(asked.id()).orElseThrow())
        .contains("000000000000");
    assertThat(detecting.reevaluator(3).step(() -> {}).idle()).isTrue();
  }

  @Test
  void rightThatIsLost_endsTheStepWithNothingDone() {
    twoDays(detecting, Detecting.MANY);
    RuleRef rule = Detecting.ref(Detecting.MANY);
    detecting.request(rule, detecting.coverage(rule).gaps());
    Set<String> before = Set.copyOf(detecting.titles());
    IllegalStateException lost = new IllegalStateException("another node has it");

    assertThatThrownBy(
            () ->
                detecting
                    .reevaluator(3)
                    .step(
                        () -> {
                          throw lost;
                        }))
        .isSameAs(lost);

    assertThat(Set.copyOf(detecting.titles())).isEqualTo(before);
    assertThat(detecting.store.reevaluations().next()).isPresent();
  }

  private Gap onlyGap(RuleRef rule) {
    RuleCoverage coverage = detecting.coverage(rule);
    assertThat(coverage.gaps()).hasSize(1);
    return coverage.gaps().get(0);
  }

  /** A day without the rule, then one with it. */
  private static void twoDays(Detecting detecting, String title) {
    TestCorrelations.batches(BATCHES, 1).forEach(detecting.journal::append);
    detecting.drain(Detecting.without(title));
    laterDay(detecting);
    detecting.drain(Detecting.all());
  }

  private static void laterDay(Detecting detecting) {
    for (int b = 0; b < BATCHES; b++) {
      detecting.append("later-" + b, Detecting.failures(LATER + b * 20, "user-" + b % 5, 6));
    }
    detecting.append("root", List.of(TestCorrelations.line(LATER, "success", "user-7")));
  }

  /** What is found if the rules were there on both days. */
  private static Map<String, Long> fromTheStart(String title) {
    Detecting start = new Detecting();
    TestCorrelations.batches(BATCHES, 1).forEach(start.journal::append);
    start.drain(Detecting.all());
    laterDay(start);
    start.drain(Detecting.all());
    assertThat(start.found(title)).isNotEmpty();
    return start.found(title);
  }
}
