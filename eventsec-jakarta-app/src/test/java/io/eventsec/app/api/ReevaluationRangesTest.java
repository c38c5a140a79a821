package io.eventsec.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.coverage.CoverageSpan;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.GapReason;
import io.eventsec.core.coverage.GapState;
import io.eventsec.core.coverage.RuleCoverage;
import io.eventsec.core.coverage.SourceRange;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReevaluationRangesTest {
  private static final List<Gap> GAPS =
      List.of(
          gap("a", GapReason.ABSENT, GapState.OPEN, 5, 9),
          gap("a", GapReason.ABSENT, GapState.GONE, 1, 4),
          gap("a", GapReason.FAILED, GapState.OPEN, 8, 12),
          gap("b", GapReason.VERSION, GapState.OPEN, 2, 3),
          gap("b", GapReason.ABSENT, GapState.QUEUED, 20, 29),
          gap("b", GapReason.ABSENT, GapState.REEVALUATED, 30, 39),
          gap("c", GapReason.WAITING, GapState.OPEN, 50, 59),
          gap("d", GapReason.AHEAD, GapState.GONE, 0, 0));

  @Test
  void all_isWhatCanBeReevaluated_butNotWhereAnotherVersionRan() {
    assertThat(wanted(true)).containsExactly(new SourceRange("a", 5, 12));
  }

  @Test
  void named_isCutToTheGaps_otherVersionsToo_theOldestFirst() {
    assertThat(wanted(null, range("a", 7L, 100L), range("b", 1L, 2L)))
        .containsExactly(new SourceRange("b", 2, 2), new SourceRange("a", 7, 12));
  }

  @Test
  void queuedAlready_isNothingToDo_andNoProblem() {
    assertThat(wanted(null, range("b", 22L, 24L))).isEmpty();
  }

  @Test
  void goneFromTheJournal_isRefusedWithWhatIsGone() {
    assertThatThrownBy(() -> wanted(null, range("a", 2L, 4L)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.CONFLICT))
        .hasMessageContaining("'a' from position 2 to 4")
        .hasMessageContaining("EVENTSEC_JOURNAL_RETENTION");
  }

  @Test
  void whatIsNoGap_isRefused() {
    assertThatThrownBy(() -> wanted(null, range("a", 13L, 99L)))
        .hasMessageContaining("nothing to re-evaluate");
    assertThatThrownBy(() -> wanted(null, range("c", 50L, 59L)))
        .hasMessageContaining("nothing to re-evaluate");
  }

  @Test
  void badRequests_areRefused() {
    RuleCoverage coverage = new RuleCoverage(List.of(), GAPS);
    assertThatThrownBy(() -> ReevaluationRanges.of(coverage, null)).hasMessageContaining("all");
    assertThatThrownBy(() -> wanted(null)).hasMessageContaining("1 to 1000");
    assertThatThrownBy(() -> wanted(true, range("a", 5L, 9L))).hasMessageContaining("Send");
    assertThatThrownBy(() -> wanted(null, range(null, 5L, 9L))).hasMessageContaining("source");
    assertThatThrownBy(() -> wanted(null, range("a", null, 9L)))
        .hasMessageContaining("no range of positions");
    assertThatThrownBy(() -> wanted(null, range("a", 9L, 5L)))
        .hasMessageContaining("no range of positions");
  }

  @Test
  void moreThanCanBeAskedForAtOnce_isTheOldest() {
    List<Gap> many =
        IntStream.range(0, 1_500)
            .mapToObj(n -> gap("s" + n, GapReason.ABSENT, GapState.OPEN, 2_000 - n, 2_000 - n))
            .toList();
    List<SourceRange> wanted =
        ReevaluationRanges.of(
                new RuleCoverage(List.of(), many), new ReevaluationJson.Request(true, null, null))
            .wanted();
    assertThat(wanted).hasSize(1_000);
    assertThat(wanted.get(0)).isEqualTo(new SourceRange("s1499", 501, 501));
  }

  // Older compilers do not see that the list's elements may be null, newer ones insist on it.
  @SuppressWarnings("NullAway")
  private static List<SourceRange> wanted(
      @Nullable Boolean all, ReevaluationJson.RangeJson... ranges) {
    boolean whole = Boolean.TRUE.equals(all) && ranges.length == 0;
    return ReevaluationRanges.of(
            new RuleCoverage(List.of(), GAPS),
            new ReevaluationJson.Request(all, whole ? null : List.of(ranges), null))
        .wanted();
  }

  private static ReevaluationJson.RangeJson range(
      @Nullable String source, @Nullable Long from, @Nullable Long to) {
    return new ReevaluationJson.RangeJson(source, from, to);
  }

  private static Gap gap(String source, GapReason reason, GapState state, long from, long to) {
    Instant time = Instant.parse("2026-03-01T12:00:00Z");
    return new Gap(source, reason, state, new CoverageSpan(from, to, time, time, 1, 0));
  }
}
