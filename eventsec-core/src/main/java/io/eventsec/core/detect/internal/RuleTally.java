package io.eventsec.core.detect.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How often rules were tried and how often they held, as one view has seen it: plain numbers side
 * by side, because they are counted for each rule that an event comes to. One thread at a time
 * counts; any may read, and sees what was counted a moment ago.
 */
final class RuleTally {
  private static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(long[].class);

  /** For each rule how often it was tried, and behind that how often it held. */
  private final long[] counts;

  /** For rules from 0 to below {@code rules}. */
  RuleTally(int rules) {
    counts = new long[2 * rules];
  }

  /** A rule was tried. */
  void tried(int rule, boolean held) {
    add(2 * rule, 1);
    if (held) {
      add(2 * rule + 1, 1);
    }
  }

  /** Counts what another has counted, which goes on no more. */
  void addAll(RuleTally other) {
    for (int i = 0; i < counts.length; i++) {
      add(i, other.at(i));
    }
  }

  long tried(int rule) {
    return at(2 * rule);
  }

  long held(int rule) {
    return at(2 * rule + 1);
  }

  private long at(int place) {
    return (long) COUNTS.getOpaque(counts, place);
  }

  /** No two threads add at once, so nothing has to be locked. */
  private void add(int place, long more) {
    COUNTS.setOpaque(counts, place, counts[place] + more);
  }
}
