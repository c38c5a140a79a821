package io.eventsec.core.correlate.internal;

import java.util.List;

/** The types whose events are many and alike: the last few are enough to show. */
abstract sealed class SampledState extends GroupState
    permits CountState, DistinctState, ValueState {
  private final Samples samples = new Samples();

  SampledState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
  }

  @Override
  final void take(Contribution contribution, long from) {
    enter(contribution, from);
    samples.add(contribution.stamp());
  }

  /**
   * Takes an event into what is counted or computed with.
   *
   * @param from when the window begins
   */
  abstract void enter(Contribution contribution, long from);

  @Override
  final List<Stamp> samples(long from) {
    return samples.since(from);
  }

  @Override
  final Stamp last() {
    return samples.last();
  }

  @Override
  int windowBytes() {
    return samples.bytes();
  }

  @Override
  void writeWindow(CellWriter out) {
    samples.write(out);
  }

  @Override
  void readWindow(CellReader in) {
    samples.read(in);
  }
}
