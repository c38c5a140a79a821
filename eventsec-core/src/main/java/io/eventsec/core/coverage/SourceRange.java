package io.eventsec.core.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The batches of a source between two positions of the journal.
 *
 * @param source what they were sent under
 * @param from the first position, 1 or more
 * @param to the last one, {@code from} or later
 */
public record SourceRange(String source, long from, long to) {
  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if it begins before 1 or ends before it begins
   */
  public SourceRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException(
          "The range of '" + source + "' from " + from + " to " + to + " is none");
    }
  }

  /** What two ranges have in common; empty if that is nothing. */
  public Optional<SourceRange> common(SourceRange other) {
    long first = Math.max(from, other.from);
    long last = Math.min(to, other.to);
    return source.equals(other.source) && first <= last
        ? Optional.of(new SourceRange(source, first, last))
        : Optional.empty();
  }

  /** The same batches in as few ranges as can be, by source and position. */
  public static List<SourceRange> merged(Collection<SourceRange> ranges) {
    List<SourceRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparing(SourceRange::source).thenComparing(SourceRange::from));
    List<SourceRange> merged = new ArrayList<>();
    for (SourceRange next : sorted) {
      int last = merged.size() - 1;
      if (last >= 0
          && merged.get(last).source().equals(next.source())
          && next.from() <= merged.get(last).to() + 1) {
        SourceRange before = merged.remove(last);
        merged.add(
            new SourceRange(before.source(), before.from(), Math.max(before.to(), next.to())));
      } else {
        merged.add(next);
      }
    }
    return merged;
  }

  /** True if the batch at that position is in it, provided that it is one of the source. */
  public boolean has(long position) {
    return from <= position && position <= to;
  }
}
