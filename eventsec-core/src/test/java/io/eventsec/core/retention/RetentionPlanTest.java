package io.eventsec.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eventsec.core.retention.RetentionPlan.Drop;
import io.eventsec.core.retention.RetentionPlan.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RetentionPlanTest {
  private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");
  private static final RetentionPolicy TEN_DAYS = new RetentionPolicy(Duration.ofDays(10));

  @Test
  void of_noSegments_dropsNothing() {
    assertThat(RetentionPlan.of(TEN_DAYS, NOW, List.of())).isEqualTo(RetentionPlan.EMPTY);
  }

  @Test
  void of_age_dropsWhatIsOlderAsAWhole() {
    Segment old = segment("old", 11);
    Segment onTheEdge = segment("edge", 10);
    RetentionPlan plan = RetentionPlan.of(TEN_DAYS, NOW, List.of(old, onTheEdge));
    assertThat(plan.drops()).containsExactly(new Drop(old, Reason.AGE));
    assertThat(plan.kept()).containsExactly(onTheEdge);
    assertThat(plan.items()).isEqualTo(5);
    assertThat(plan.bytes()).isEqualTo(100);
  }

  @Test
  void of_heldSegment_keepsItAndAllThatAreYounger() {
    Segment old = segment("old", 30);
    Segment held = held("held", 20);
    Segment oldToo = segment("old-too", 15);
    RetentionPlan plan = RetentionPlan.of(TEN_DAYS, NOW, List.of(old, held, oldToo));
    assertThat(plan.drops()).extracting(Drop::segment).containsExactly(old);
    assertThat(plan.kept()).containsExactly(held, oldToo);
  }

  @Test
  void of_youngSegmentBeforeAnOldOne_keepsBoth() {
    List<Segment> segments = List.of(segment("young", 1), segment("old", 30));
    assertThat(RetentionPlan.of(TEN_DAYS, NOW, segments).drops()).isEmpty();
  }

  @Test
  void of_emptySegmentThatNothingHolds_goes() {
    Segment empty = new Segment("e", 0, 8, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(RetentionPlan.of(TEN_DAYS, NOW, List.of(empty)).drops()).hasSize(1);
  }

  @Test
  void of_tooManyBytes_dropsTheOldestUntilTheRestFits() {
    Segment first = segment("first", 3);
    Segment second = segment("second", 2);
    Segment third = segment("third", 1);
    List<Segment> all = List.of(first, second, third);
    assertThat(RetentionPlan.of(atMost(300), NOW, all).drops()).isEmpty();
    assertThat(RetentionPlan.of(atMost(299), NOW, all).drops())
        .containsExactly(new Drop(first, Reason.BYTES));
    assertThat(RetentionPlan.of(atMost(100), NOW, all).drops())
        .containsExactly(new Drop(first, Reason.BYTES), new Drop(second, Reason.BYTES));
  }

  @Test
  void of_tooManyBytesAllHeld_dropsNothing() {
    assertThat(RetentionPlan.of(atMost(1), NOW, List.of(held("held", 3))).drops()).isEmpty();
  }

  @Test
  void of_oldAndTooMuch_saysAgeFirst() {
    Segment old = segment("old", 30);
    Segment young = segment("young", 1);
    Segment last = segment("last", 0);
    assertThat(RetentionPlan.of(atMost(100), NOW, List.of(old, young, last)).drops())
        .containsExactly(new Drop(old, Reason.AGE), new Drop(young, Reason.BYTES));
  }

  @Test
  void and_isBoth() {
    RetentionPlan one = RetentionPlan.of(TEN_DAYS, NOW, List.of(segment("a", 30)));
    RetentionPlan other = RetentionPlan.of(TEN_DAYS, NOW, List.of(segment("b", 1)));
    assertThat(one.and(other).drops()).isEqualTo(one.drops());
    assertThat(one.and(other).kept()).isEqualTo(other.kept());
  }

  @Test
  void policy_thatKeepsNothing_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPolicy(Duration.ZERO))
        .withMessageContaining("PT0S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RetentionPolicy(Duration.ofDays(1), OptionalLong.of(0)))
        .withMessageContaining("0 bytes");
  }

  private static RetentionPolicy atMost(long bytes) {
    return new RetentionPolicy(Duration.ofDays(10), OptionalLong.of(bytes));
  }

  /** Of 100 bytes; its newest item is so many days old. */
  private static Segment segment(String name, int days) {
    return of(name, days, Optional.empty());
  }

  private static Segment held(String name, int days) {
    return of(name, days, Optional.of("it is written to"));
  }

  private static Segment of(String name, int days, Optional<String> held) {
    Instant newest = NOW.minus(Duration.ofDays(days));
    Optional<Instant> oldest = Optional.of(newest.minusSeconds(60));
    return new Segment(name, 5, 100, oldest, Optional.of(newest), held);
  }
}
