package io.eventsec.core.correlate.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Groups by when they last took up an event, to the width of a slice of time. A group that takes up
 * another stays where it is until its slice is asked for, and is put where it belongs then: an
 * event touches no group but its own, and each group is moved once a slice's lifetime at most.
 */
final class Recency {
  private static final long SLICES = 64;

  private static final Comparator<GroupState> LONGEST_AGO =
      Comparator.<GroupState>comparingLong(state -> state.touched)
          .thenComparing(state -> state.joined);

  private final long width;
  private final TreeMap<Long, Slice> slices = new TreeMap<>();

  /** The number of the first slice. */
  private long first = Long.MAX_VALUE;

  private @Nullable Slice last;

  /** Groups of what was the first slice, in order; they may have taken up more since. */
  private final ArrayDeque<GroupState> queue = new ArrayDeque<>();

  private static final class Slice {
    final long number;
    @Nullable GroupState head;

    Slice(long number) {
      this.number = number;
    }
  }

  /**
   * Makes one.
   *
   * @param kept nanoseconds for which groups are kept
   */
  Recency(long kept) {
    this.width = Math.max(1, kept / SLICES);
  }

  /** Adds a group that is not there. */
  void add(GroupState state) {
    long number = slice(state.touched);
    Slice slice = last;
    if (slice == null || slice.number != number) {
      slice = slices.computeIfAbsent(number, Slice::new);
      last = slice;
      first = Math.min(first, number);
    }
    state.sibling = slice.head;
    slice.head = state;
  }

  /** True if there are groups in slices that end at that time or before. */
  boolean hasBefore(long time) {
    long end = slice(time);
    return first < end || !queue.isEmpty() && slice(queue.getFirst().queued) < end;
  }

  /**
   * Takes out the groups that last took up an event in slices that end at that time or before.
   *
   * @param gone is given each of them
   */
  void takeBefore(long time, Consumer<GroupState> gone) {
    long end = slice(time);
    while (!queue.isEmpty() && slice(queue.getFirst().queued) < end) {
      takeIfBefore(queue.removeFirst(), end, gone);
    }
    while (first < end) {
      for (GroupState state = takeFirst(); state != null; ) {
        GroupState next = state.sibling;
        takeIfBefore(state, end, gone);
        state = next;
      }
    }
  }

  private void takeIfBefore(GroupState state, long end, Consumer<GroupState> gone) {
    state.sibling = null;
    if (slice(state.touched) < end) {
      gone.accept(state);
    } else {
      add(state);
    }
  }

  /** Takes out the group that took up an event longest ago; null if there is none. */
  @Nullable GroupState takeOldest() {
    while (true) {
      if (queue.isEmpty() && !fill()) {
        return null;
      }
      GroupState state = queue.removeFirst();
      // What took up more since it was put in the queue is not the oldest any more.
      if (state.touched == state.queued) {
        return state;
      }
      add(state);
    }
  }

  /** Puts the first slice that has any into the queue; false if there is none. */
  private boolean fill() {
    List<GroupState> oldest = new ArrayList<>();
    while (oldest.isEmpty() && !slices.isEmpty()) {
      long number = first;
      for (GroupState state = takeFirst(); state != null; ) {
        GroupState next = state.sibling;
        state.sibling = null;
        if (slice(state.touched) == number) {
          oldest.add(state);
        } else {
          add(state);
        }
        state = next;
      }
    }
    oldest.sort(LONGEST_AGO);
    for (GroupState state : oldest) {
      state.queued = state.touched;
      queue.add(state);
    }
    return !oldest.isEmpty();
  }

  /** Takes the first slice out: a group of it, with the others as siblings; null if it has none. */
  private @Nullable GroupState takeFirst() {
    Map.Entry<Long, Slice> entry = slices.pollFirstEntry();
    last = null;
    first = slices.isEmpty() ? Long.MAX_VALUE : slices.firstKey();
    return entry == null ? null : entry.getValue().head;
  }

  private long slice(long time) {
    return Math.floorDiv(time, width);
  }
}
