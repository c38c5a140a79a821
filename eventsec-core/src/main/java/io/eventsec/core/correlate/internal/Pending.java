package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Events that wait until nothing can come any more that happened before them. */
final class Pending {
  /** The slices of time that a lateness is cut into: events are released a slice at a time. */
  private static final long SLICES = 128;

  private static final long SHORTEST = 1_000_000L;

  private final long width;
  private final boolean tracked;
  private final TreeMap<Long, List<Contribution>> slices = new TreeMap<>();
  private final TreeSet<Long> changed = new TreeSet<>();

  /** Everything before this slice has been released. */
  private long next = Long.MIN_VALUE;

  private long lastSlice = Long.MIN_VALUE;
  private @Nullable List<Contribution> last;
  private int size;

  /**
   * Makes one.
   *
   * @param lateness in nanoseconds
   * @param tracked whether what changes is remembered until it is taken
   */
  Pending(long lateness, boolean tracked) {
    this.width = Math.max(SHORTEST, lateness / SLICES);
    this.tracked = tracked;
  }

  int size() {
    return size;
  }

  /** True if nothing waits and nobody has to be told of what did. */
  boolean isDone() {
    return size == 0 && changed.isEmpty();
  }

  /** True if what happened then has been released already. */
  boolean isReleased(long time) {
    return Math.floorDiv(time, width) < next;
  }

  /** Keeps what is not {@link #isReleased}. */
  void add(Contribution contribution) {
    long slice = Math.floorDiv(contribution.stamp().time(), width);
    List<Contribution> list = last;
    if (list == null || slice != lastSlice) {
      list = slices.computeIfAbsent(slice, number -> new ArrayList<>());
      last = list;
      lastSlice = slice;
    }
    list.add(contribution);
    size++;
    note(slice);
  }

  /**
   * Releases the slices that end at that time or before, one after the other.
   *
   * @return the next one in the order in which things happened; null if there is none left
   */
  @Nullable List<Contribution> poll(long until) {
    long end = Math.floorDiv(until, width);
    Map.Entry<Long, List<Contribution>> first = slices.firstEntry();
    if (first == null || first.getKey() >= end) {
      next = Math.max(next, end);
      return null;
    }
    return take(first);
  }

  /** Releases the first slice whatever time it is; null if there is none. */
  @Nullable List<Contribution> pollFirst() {
    Map.Entry<Long, List<Contribution>> first = slices.firstEntry();
    return first == null ? null : take(first);
  }

  private List<Contribution> take(Map.Entry<Long, List<Contribution>> first) {
    slices.remove(first.getKey());
    next = Math.max(next, first.getKey() + 1);
    last = null;
    note(first.getKey());
    List<Contribution> released = first.getValue();
    size -= released.size();
    released.sort(null);
    return released;
  }

  private void note(long slice) {
    if (tracked) {
      changed.add(slice);
    }
  }

  /** Nanoseconds before which all has been released. */
  long releasedUntil() {
    return next == Long.MIN_VALUE ? Long.MIN_VALUE : next * width;
  }

  /** Where the slice ends that a time is in. */
  long endOfSlice(long time) {
    return (Math.floorDiv(time, width) + 1) * width;
  }

  /** Puts back what was written; it has changed if it was written for another lateness. */
  void restore(Contribution contribution, boolean moved) {
    boolean noted = changed.contains(Math.floorDiv(contribution.stamp().time(), width));
    add(contribution);
    if (!moved && !noted) {
      changed.remove(lastSlice);
    }
  }

  /** Sets what has been released. */
  void restore(long releasedUntil) {
    next = releasedUntil == Long.MIN_VALUE ? releasedUntil : Math.floorDiv(releasedUntil, width);
  }

  /** The slices that are not what was written last. */
  Collection<Long> takeChanged() {
    List<Long> taken = List.copyOf(changed);
    changed.clear();
    return taken;
  }

  /** What waits in a slice. */
  List<Contribution> slice(long number) {
    return slices.getOrDefault(number, List.of());
  }
}
