package io.eventsec.core.correlate.internal;

/** The types that compute with all values of the window. */
abstract sealed class ValueState extends SampledState permits SumState, RankState {
  private final LongRing times;

  /** The bits of the doubles. */
  private final LongRing values;

  ValueState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
    this.times = new LongRing(plan.goal().mostCounted());
    this.values = new LongRing(plan.goal().mostCounted());
  }

  abstract void entered(double value);

  abstract void left(double value);

  /** What the condition is about, for the values that have entered and not left; at least one. */
  abstract double measure();

  final int size() {
    return values.size();
  }

  @Override
  final void enter(Contribution contribution, long from) {
    while (times.size() > 0 && times.get(0) < from) {
      removeFirst();
    }
    for (double value : contribution.numbers()) {
      if (times.isFull()) {
        removeFirst();
        trimmed++;
      }
      append(contribution.stamp().time(), value);
    }
  }

  private void append(long time, double value) {
    times.add(time);
    values.add(Double.doubleToRawLongBits(value));
    entered(value);
  }

  private void removeFirst() {
    left(Double.longBitsToDouble(values.get(0)));
    times.removeFirst();
    values.removeFirst();
  }

  @Override
  final boolean holds(long from) {
    measured = measure();
    return plan.goal().isReachedBy(measured);
  }

  @Override
  int windowBytes() {
    return times.bytes() + values.bytes() + super.windowBytes();
  }

  @Override
  final void writeWindow(CellWriter out) {
    super.writeWindow(out);
    out.number(times.size());
    for (int i = 0; i < times.size(); i++) {
      out.number(lastTime - times.get(i)).fixed(values.get(i));
    }
  }

  @Override
  final void readWindow(CellReader in) {
    super.readWindow(in);
    for (int left = in.count(); left > 0; left--) {
      append(lastTime - in.number(), in.fraction());
    }
  }
}
