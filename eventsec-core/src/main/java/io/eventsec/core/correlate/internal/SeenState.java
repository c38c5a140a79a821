package io.eventsec.core.correlate.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code temporal}: the last event of each rule. */
sealed class SeenState extends GroupState permits OrderState {
  private final @Nullable Stamp[] last;

  SeenState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
    this.last = new Stamp[plan.references()];
  }

  @Override
  void take(Contribution contribution, long from) {
    for (long left = contribution.positions(); left != 0; left &= left - 1) {
      last[Long.numberOfTrailingZeros(left)] = contribution.stamp();
    }
  }

  @Override
  boolean holds(long from) {
    long seen = seenSince(from);
    int counted = counted(seen, from);
    measured = counted;
    return plan.goal().isReached(counted, seen);
  }

  /** Bit i is set if the i-th rule has been true since then. */
  private long seenSince(long from) {
    long seen = 0;
    for (int i = 0; i < last.length; i++) {
      Stamp stamp = last[i];
      if (stamp != null && stamp.time() >= from) {
        seen |= 1L << i;
      }
    }
    return seen;
  }

  /** How many of the rules seen since then count. */
  int counted(long seen, long from) {
    return Long.bitCount(seen & plan.goal().wanted());
  }

  @Override
  final List<Stamp> samples(long from) {
    List<Stamp> stamps = new ArrayList<>();
    for (Stamp stamp : last) {
      if (stamp != null && stamp.time() >= from) {
        stamps.add(stamp);
      }
    }
    stamps.sort(null);
    return stamps.stream().distinct().toList();
  }

  @Override
  int windowBytes() {
    return 60 * last.length;
  }

  @Override
  void writeWindow(CellWriter out) {
    for (Stamp stamp : last) {
      out.number(stamp == null ? 0 : 1);
      if (stamp != null) {
        out.stamp(stamp);
      }
    }
  }

  @Override
  void readWindow(CellReader in) {
    Arrays.setAll(last, i -> in.number() == 0 ? null : in.stamp());
  }
}
