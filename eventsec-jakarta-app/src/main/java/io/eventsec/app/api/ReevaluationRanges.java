package io.eventsec.app.api;

import io.eventsec.app.http.ProblemException;
import io.eventsec.app.http.ProblemKind;
import io.eventsec.core.coverage.Gap;
import io.eventsec.core.coverage.GapReason;
import io.eventsec.core.coverage.GapState;
import io.eventsec.core.coverage.RuleCoverage;
import io.eventsec.core.coverage.SourceRange;
import io.eventsec.persistence.coverage.NewReevaluation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a rule's gaps that a request is about, or all that was looked at. */
final class ReevaluationRanges {
  private static final int LONGEST_SOURCE = 200;

  private final RuleCoverage coverage;

  /** What is named; empty if all is asked for. */
  private final Optional<List<SourceRange>> named;

  private ReevaluationRanges(RuleCoverage coverage, Optional<List<SourceRange>> named) {
    this.coverage = coverage;
    this.named = named;
  }

  static ReevaluationRanges of(RuleCoverage coverage, ReevaluationJson.@Nullable Request body) {
    boolean all = body != null && (Boolean.TRUE.equals(body.all()) || isAgain(body));
    boolean both = body != null && Boolean.TRUE.equals(body.all()) && isAgain(body);
    if (body == null || both || all == (body.ranges() != null)) {
      throw new ProblemException(
          ProblemKind.BAD_REQUEST,
          "Send {\"all\": true}, {\"again\": true}, or {\"ranges\": [{\"source\": ...,"
              + " \"fromPosition\": ..., \"toPosition\": ...}]}.");
    }
    @Nullable List<ReevaluationJson.@Nullable RangeJson> given = body.ranges();
    return new ReevaluationRanges(
        coverage,
        given == null
            ? Optional.empty()
            : Optional.of(
                Elements.each(
                    "ranges", given, NewReevaluation.MOST_RANGES, ReevaluationRanges::range)));
  }

  /** True if it is about what was looked at already. */
  static boolean isAgain(ReevaluationJson.@Nullable Request body) {
    return body != null && Boolean.TRUE.equals(body.again());
  }

  /**
   * All that was looked at and that the journal still has, the oldest first, whether the rule was
   * there or not.
   *
   * @param kept the first position that the journal still has
   * @throws ProblemException 409 if there is nothing
   */
  List<SourceRange> seen(long kept) {
    Stream<SourceRange> covered =
        coverage.covered().stream()
            .map(part -> new SourceRange(part.source(), part.span().from(), part.span().to()));
    Stream<SourceRange> gaps =
        coverage.gaps().stream()
            .filter(gap -> gap.reason() != GapReason.WAITING && gap.span().from() > 0)
            .map(Gap::range);
    List<SourceRange> parts =
        SourceRange.merged(
            Stream.concat(covered, gaps)
                .filter(range -> range.to() >= kept)
                .map(
                    range ->
                        new SourceRange(range.source(), Math.max(range.from(), kept), range.to()))
                .toList());
    if (parts.isEmpty()) {
      throw new ProblemException(
          ProblemKind.CONFLICT, "There is nothing to re-evaluate: no events are kept.");
    }
    return oldest(parts);
  }

  private static SourceRange range(ReevaluationJson.RangeJson given) {
    String source = Objects.requireNonNullElse(given.source(), "");
    if (source.isEmpty() || source.length() > LONGEST_SOURCE) {
      throw Values.invalid(
          "source", source, "is not 1 to " + LONGEST_SOURCE + " characters", "Name one of a gap.");
    }
    Long from = given.fromPosition();
    Long to = given.toPosition();
    if (from == null || to == null || from < 1 || to < from) {
      throw Values.invalid(
          "fromPosition",
          from + " to " + to,
          "is no range of positions",
          "Send those of a gap, which are 1 or more.");
    }
    return new SourceRange(source, from, to);
  }

  /**
   * The parts that can be re-evaluated, the oldest first; empty if they are going to be already.
   *
   * @throws ProblemException 409 if there is nothing that can be, with the reason
   */
  List<SourceRange> wanted() {
    List<SourceRange> parts =
        SourceRange.merged(
            named.isEmpty()
                ? parts(gap -> gap.isReevaluable() && gap.reason() != GapReason.VERSION)
                : parts(Gap::isReevaluable));
    if (parts.isEmpty() && parts(gap -> gap.state() == GapState.QUEUED).isEmpty()) {
      throw nothing(parts(gap -> gap.state() == GapState.GONE && gap.span().from() > 0));
    }
    return oldest(parts);
  }

  private static List<SourceRange> oldest(List<SourceRange> parts) {
    return parts.stream()
        .sorted((one, other) -> Long.compare(one.from(), other.from()))
        .limit(NewReevaluation.MOST_RANGES)
        .toList();
  }

  private List<SourceRange> parts(Predicate<Gap> which) {
    List<SourceRange> gaps = coverage.gaps().stream().filter(which).map(Gap::range).toList();
    return named
        .map(
            ranges ->
                gaps.stream()
                    .flatMap(gap -> ranges.stream().flatMap(range -> gap.common(range).stream()))
                    .toList())
        .orElse(gaps);
  }

  private static ProblemException nothing(List<SourceRange> gone) {
    if (gone.isEmpty()) {
      return new ProblemException(
          ProblemKind.CONFLICT,
          "There is nothing to re-evaluate: what was asked for is no gap of the rule, or has been"
              + " re-evaluated. GET /api/v1/rules/{id}/coverage lists its gaps.");
    }
    SourceRange first = gone.get(0);
    return new ProblemException(
        ProblemKind.CONFLICT,
        "The journal no longer has the batches of source '"
            + Values.shown(first.source())
            + "' from position "
            + first.from()
            + " to "
            + first.to()
            + ": what they held cannot be evaluated again. EVENTSEC_JOURNAL_RETENTION says how long"
            + " it keeps batches.");
  }
}
