package io.eventsec.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RiskScoreTest {
  private static final Instant BEGINNING = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void points_halveWithEachHalfLife_andAreWholeBefore() {
    RiskScore score = new RiskScore(80, BEGINNING);

    assertThat(score.at(BEGINNING, DAY)).isEqualTo(80);
    assertThat(score.at(BEGINNING.plus(DAY), DAY)).isEqualTo(40);
    assertThat(score.at(BEGINNING.plus(DAY.multipliedBy(3)), DAY)).isEqualTo(10);
    assertThat(score.at(BEGINNING.minus(DAY), DAY)).isEqualTo(80);
    assertThat(score.at(BEGINNING.plus(Duration.ofDays(3_000_000)), DAY))
        .isPositive()
        .isLessThan(1e-50);
  }

  @Test
  void laterPoints_letTheScoreFadeFirst_andEarlierOnesFadeThemselves() {
    RiskScore early = new RiskScore(80, BEGINNING);
    RiskScore late = new RiskScore(20, BEGINNING.plus(DAY));

    assertThat(early.plus(late, DAY)).isEqualTo(new RiskScore(60, late.asOf()));
    assertThat(late.plus(early, DAY)).isEqualTo(new RiskScore(60, late.asOf()));
  }

  @Test
  void scoreThatIsNone_isRefused() {
    for (double value : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new RiskScore(value, BEGINNING))
          .as("%s", value)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Property
  void anyOrder_andAnyGrouping_giveTheSumByDefinition(
      @ForAll("points") List<RiskScore> points,
      @ForAll("halfLives") Duration halfLife,
      @ForAll long seed) {
    Instant last =
        points.stream().map(RiskScore::asOf).max(Comparator.naturalOrder()).orElseThrow();
    double expected =
        points.stream()
            .mapToDouble(
                one ->
                    one.value()
                        * Math.pow(
                            2,
                            -(double) Duration.between(one.asOf(), last).toSeconds()
                                / halfLife.toSeconds()))
            .sum();
    List<RiskScore> shuffled = new ArrayList<>(points);
    Collections.shuffle(shuffled, new Random(seed));

    for (RiskScore sum : List.of(added(shuffled, halfLife), halved(shuffled, halfLife))) {
      assertThat(sum.asOf()).isEqualTo(last);
      assertThat(sum.value()).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  private static RiskScore added(List<RiskScore> points, Duration halfLife) {
    return points.stream().reduce((sum, one) -> sum.plus(one, halfLife)).orElseThrow();
  }

  /** Those of each half first, as two steps of detection would add them. */
  private static RiskScore halved(List<RiskScore> points, Duration halfLife) {
    int half = points.size() / 2;
    return half == 0
        ? added(points, halfLife)
        : added(points.subList(0, half), halfLife)
            .plus(added(points.subList(half, points.size()), halfLife), halfLife);
  }

  @Provide
  Arbitrary<List<RiskScore>> points() {
    return Combinators.combine(
            Arbitraries.integers().between(1, RiskOptions.MOST_POINTS),
            Arbitraries.longs().between(0, Duration.ofDays(60).toSeconds()))
        .as((points, second) -> new RiskScore(points, BEGINNING.plusSeconds(second)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<Duration> halfLives() {
    return Arbitraries.longs().between(86_400, 30 * 86_400L).map(Duration::ofSeconds);
  }
}
