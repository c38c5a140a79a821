package io.eventsec.core.correlate.internal;

/**
 * {@code event_count}: the times of the last events, one more than the highest bound at most, since
 * no condition can tell larger numbers apart.
 */
final class CountState extends SampledState {
  private final LongRing times;

  CountState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
    this.times = new LongRing(plan.goal().mostCounted());
  }

  @Override
  void enter(Contribution contribution, long from) {
    while (times.size() > 0 && (times.isFull() || times.get(0) < from)) {
      times.removeFirst();
    }
    times.add(contribution.stamp().time());
  }

  @Override
  boolean holds(long from) {
    measured = times.size();
    return plan.goal().isReachedBy(measured);
  }

  @Override
  int windowBytes() {
    return times.bytes() + super.windowBytes();
  }

  @Override
  void writeWindow(CellWriter out) {
    super.writeWindow(out);
    out.number(times.size());
    for (int i = 0; i < times.size(); i++) {
      out.number(lastTime - times.get(i));
    }
  }

  @Override
  void readWindow(CellReader in) {
    super.readWindow(in);
    for (int left = in.count(); left > 0; left--) {
      times.add(lastTime - in.number());
    }
  }
}
