package io.eventsec.core.vuln.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.core.vuln.FindingStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingLifecycleTest {
  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
  private static final RiskAcceptance UNTIL_JUNE =
      new RiskAcceptance("ada", "is behind a gate", Instant.parse("2026-06-01T00:00:00Z"));

  /** A row for each state, a column for each that it may go to; in the order of the enum. */
  private static final List<String> ALLOWED =
      List.of(
          // OPEN IN_REVIEW MITIGATED ACCEPTED FALSE_POSITIVE FIXED
          "-yyyy-", // OPEN
          "y-yyy-", // IN_REVIEW
          "yy----", // MITIGATED
          "yyyyy-", // ACCEPTED
          "yy----", // FALSE_POSITIVE
          "------"); // FIXED

  static Stream<Arguments> pairs() {
    return Arrays.stream(FindingStatus.values())
        .flatMap(from -> Arrays.stream(FindingStatus.values()).map(to -> Arguments.of(from, to)));
  }

  private static FindingState state(FindingStatus status) {
    return status == FindingStatus.ACCEPTED
        ? FindingState.accepted(UNTIL_JUNE)
        : FindingState.of(status);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void move_isAllowed_orRefusedWithWhatIs(FindingStatus from, FindingStatus to) throws Exception {
    boolean allowed = ALLOWED.get(from.ordinal()).charAt(to.ordinal()) == 'y';

    if (allowed) {
      assertThat(FindingLifecycle.move(state(from), state(to), NOW)).isEqualTo(state(to));
      return;
    }
    assertThatThrownBy(() -> FindingLifecycle.move(state(from), state(to), NOW))
        .isInstanceOfSatisfying(
            FindingMoveRefusedException.class,
            refused -> {
              assertThat(refused.from()).isEqualTo(from);
              assertThat(refused.to()).isEqualTo(to);
              assertThat(refused)
                  .hasMessageStartingWith(
                      "What is " + from.words() + " cannot become " + to.words() + ": ");
              assertThat(refused.getMessage()).doesNotContain("_").doesNotContain(from.name());
              FindingLifecycle.possible(from)
                  .forEach(one -> assertThat(refused).hasMessageContaining(one.words()));
              assertThat(refused).hasMessageContaining("evidence");
            });
  }

  @Test
  void acceptance_thatIsOver_isRefused() {
    FindingState past = FindingState.accepted(new RiskAcceptance("ada", "is behind a gate", NOW));

    assertThatThrownBy(() -> FindingLifecycle.move(FindingState.OPEN, past, NOW))
        .isInstanceOf(FindingMoveRefusedException.class)
        .hasMessageContaining("2026-03-01T00:00:00Z, which is past");
  }

  @Test
  void acceptance_canBeProlonged() throws Exception {
    FindingState longer =
        FindingState.accepted(
            new RiskAcceptance("bob", "still", Instant.parse("2026-12-01T00:00:00Z")));

    assertThat(FindingLifecycle.move(state(FindingStatus.ACCEPTED), longer, NOW)).isEqualTo(longer);
  }

  @ParameterizedTest
  @EnumSource
  void evidenceGone_isFixed(FindingStatus from) {
    assertThat(FindingLifecycle.gone(state(from))).isEqualTo(state(FindingStatus.FIXED));
  }

  @ParameterizedTest
  @EnumSource
  void evidenceBack_opensWhatWasFixed_andLeavesJudgement(FindingStatus from) {
    assertThat(FindingLifecycle.seen(state(from), NOW))
        .isEqualTo(from == FindingStatus.FIXED ? FindingState.OPEN : state(from));
  }

  @Test
  void acceptance_thatExpires_isOpenAgain() {
    FindingState accepted = state(FindingStatus.ACCEPTED);
    Instant end = UNTIL_JUNE.until();

    assertThat(FindingLifecycle.at(accepted, end.minusNanos(1))).isEqualTo(accepted);
    assertThat(FindingLifecycle.at(accepted, end)).isEqualTo(FindingState.OPEN);
    assertThat(FindingLifecycle.seen(accepted, end)).isEqualTo(FindingState.OPEN);
    assertThat(FindingLifecycle.at(FindingState.of(FindingStatus.FIXED), end))
        .isEqualTo(FindingState.of(FindingStatus.FIXED));
  }

  @Test
  void state_hasAnAcceptanceWhereItBelongs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FindingState.of(FindingStatus.ACCEPTED))
        .withMessageContaining("owner, reason and expiry");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FindingState(FindingStatus.OPEN, Optional.of(UNTIL_JUNE)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskAcceptance(" ", "why", NOW))
        .withMessageContaining("owner");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RiskAcceptance("ada", "x".repeat(4_001), NOW))
        .withMessageContaining("4001 characters");
  }
}
