package io.eventsec.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.app.advisory.FeedAges;
import io.eventsec.core.vuln.feed.FeedStanding;
import io.eventsec.core.vuln.feed.FeedState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdvisoryCheckTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void sourcesOfTheseDays_areWell() {
    Component.Finding finding = check(inForce("osv.zip", NOW.minus(WEEK)));
    assertThat(finding.state()).isEqualTo(ComponentState.State.UP);
    assertThat(finding.reason()).isEmpty();
    assertThat(finding.details()).containsEntry("sources", "1").containsEntry("notWell", "0");
  }

  @Test
  void oldHeldBackAndUnreadableSources_areNamed() {
    Component.Finding finding =
        check(
            inForce("epss.csv.gz", NOW.minus(WEEK).minusSeconds(1)),
            standing("kev.json", FeedState.HELD_BACK, NOW),
            FeedStanding.unknown("nvd.json").unreadable("secret path"));
    assertThat(finding.state()).isEqualTo(ComponentState.State.DEGRADED);
    assertThat(finding.reason())
        .isEqualTo(
            "epss.csv.gz is of 2026-11-19T11:59:59Z, PT168H allowed; kev.json is held back;"
                + " nvd.json is unreadable");
  }

  @Test
  void oldSource_whoseServerSaysThatNothingIsNew_isWell() {
    FeedStanding old = inForce("kev.json", NOW.minus(WEEK.multipliedBy(9)));
    assertThat(stateOf(old, NOW.minusSeconds(5))).isEqualTo(ComponentState.State.UP);
    assertThat(stateOf(old, NOW.minus(WEEK.multipliedBy(2))))
        .isEqualTo(ComponentState.State.DEGRADED);
  }

  private static ComponentState.State stateOf(FeedStanding standing, Instant confirmed) {
    return AdvisoryCheck.finding(
            List.of(standing), Optional.empty(), age(Map.of(standing.name(), confirmed)))
        .state();
  }

  @Test
  void directoryThatCannotBeRead_isTold() {
    Component.Finding finding =
        AdvisoryCheck.finding(List.of(), Optional.of("The directory is gone"), age(Map.of()));
    assertThat(finding.state()).isEqualTo(ComponentState.State.DEGRADED);
    assertThat(finding.reason()).isEqualTo("The directory is gone");
  }

  @Test
  void manyThatAreNotWell_areNamedUpToFive() {
    FeedStanding[] many =
        IntStream.range(0, 9)
            .mapToObj(n -> FeedStanding.unknown("f" + n))
            .toArray(FeedStanding[]::new);
    assertThat(check(many).reason()).contains("f4 is", "and 4 more").doesNotContain("f5");
  }

  private static Component.Finding check(FeedStanding... standings) {
    return AdvisoryCheck.finding(List.of(standings), Optional.empty(), age(Map.of()));
  }

  private static FeedAges age(Map<String, Instant> confirmed) {
    return new FeedAges(confirmed, WEEK, NOW);
  }

  private static FeedStanding inForce(String name, Instant newest) {
    return standing(name, FeedState.IN_FORCE, newest);
  }

  private static FeedStanding standing(String name, FeedState state, Instant newest) {
    return new FeedStanding(
        name,
        state,
        "",
        Optional.of(new FeedStanding.Version("a".repeat(64), 3, 0, "", newest)),
        Optional.empty(),
        "",
        Optional.of(newest));
  }
}
