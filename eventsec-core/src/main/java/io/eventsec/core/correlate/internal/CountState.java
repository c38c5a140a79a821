package io.eventsec.core.correlate.internal;

import java.util.List;

/**
 * {@code event_count}: the times of the last events, one more than the highest bound at most, since
 * no condition can tell larger numbers apart.
 */
final class CountState extends GroupState {
  private final LongRing times;
  private final Samples samples = new Samples();

  CountState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
    this.times = new LongRing(plan.goal().mostCounted());
  }

  @Override
  void take(Contribution contribution, long from) {
    while (times.size() > 0 && (times.isFull() || times.get(0) < from)) {
      times.removeFirst();
    }
    times.add(contribution.stamp().time());
    samples.add(contribution.stamp());
  }

  @Override
  boolean holds(long from) {
    measured = times.size();
    return plan.goal().isReachedBy(measured);
  }

  @Override
  List<Stamp> samples(long from) {
    return samples.since(from);
  }

  @Override
  int windowBytes() {
    return times.bytes() + samples.bytes();
  }

  @Override
  void writeWindow(CellWriter out) {
    out.number(times.size());
    for (int i = 0; i < times.size(); i++) {
      out.number(lastTime - times.get(i));
    }
    samples.write(out);
  }

  @Override
  void readWindow(CellReader in) {
    for (int left = in.count(); left > 0; left--) {
      times.add(lastTime - in.number());
    }
    samples.read(in);
  }
}
