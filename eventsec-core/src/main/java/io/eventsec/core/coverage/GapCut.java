package io.eventsec.core.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a gap where it has been done something about, and where the journal begins.
 *
 * <p>Not thread-safe.
 */
final class GapCut {
  private final List<ReevaluatedRange> reevaluated;
  private final long kept;

  /** The part of a gap that is in one state. */
  private record Part(long from, long to, GapState state) {}

  GapCut(List<ReevaluatedRange> reevaluated, long kept) {
    this.reevaluated = reevaluated;
    this.kept = kept;
  }

  /** The parts of the gap, oldest first. */
  List<Gap> of(String source, GapReason reason, CoverageSpan span) {
    List<Gap> gaps = new ArrayList<>();
    long next = span.from();
    for (Part part : touched(source)) {
      long from = Math.max(next, part.from());
      long to = Math.min(part.to(), span.to());
      if (from <= to) {
        untouched(next, from - 1, new Gap(source, reason, part.state(), span), gaps);
        gaps.add(new Gap(source, reason, part.state(), span.part(from, to)));
        next = to + 1;
      }
    }
    untouched(next, span.to(), new Gap(source, reason, GapState.OPEN, span), gaps);
    return gaps;
  }

  /** What nobody has done anything about: gone up to where the journal begins, open from there. */
  private void untouched(long from, long to, Gap like, List<Gap> gaps) {
    if (from > to) {
      return;
    }
    long gone = Math.min(to, kept - 1);
    if (from <= gone) {
      gaps.add(new Gap(like.source(), like.reason(), GapState.GONE, like.span().part(from, gone)));
    }
    long open = Math.max(from, kept);
    if (open <= to) {
      gaps.add(new Gap(like.source(), like.reason(), GapState.OPEN, like.span().part(open, to)));
    }
  }

  /** The parts of a source that have been run again or will be, oldest first; they may overlap. */
  private List<Part> touched(String source) {
    List<Part> parts = new ArrayList<>();
    for (ReevaluatedRange range : reevaluated) {
      if (range.range().source().equals(source)) {
        long from = range.range().from();
        long to = range.range().to();
        long done = Math.min(to, range.upTo());
        if (from <= done) {
          parts.add(new Part(from, done, GapState.REEVALUATED));
        }
        if (range.open() && Math.max(from, done + 1) <= to) {
          parts.add(new Part(Math.max(from, done + 1), to, GapState.QUEUED));
        }
      }
    }
    // What is done goes before what is asked for a second time.
    parts.sort(
        Comparator.comparingLong(Part::from).thenComparing(Part::state, Comparator.reverseOrder()));
    return parts;
  }
}
