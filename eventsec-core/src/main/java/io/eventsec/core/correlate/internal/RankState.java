package io.eventsec.core.correlate.internal;

import java.util.Arrays;

/**
 * {@code value_percentile} and {@code value_median}. A percentile between two values is on the
 * straight line between them, so that the 50th is the median, as in SQL's {@code percentile_cont}.
 */
final class RankState extends ValueState {
  private static final double WHOLE = 100;

  private double[] sorted = new double[1];
  private int count;

  RankState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
  }

  @Override
  void entered(double value) {
    int place = place(value);
    if (count == sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * count);
    }
    System.arraycopy(sorted, place, sorted, place + 1, count - place);
    sorted[place] = value;
    count++;
  }

  @Override
  void left(double value) {
    int place = place(value);
    count--;
    System.arraycopy(sorted, place + 1, sorted, place, count - place);
  }

  private int place(double value) {
    int found = Arrays.binarySearch(sorted, 0, count, value);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  double measure() {
    double rank = plan.goal().percentile() / WHOLE * (count - 1);
    int below = (int) rank;
    double low = sorted[below];
    return below == rank ? low : low + (rank - below) * (sorted[below + 1] - low);
  }

  @Override
  int windowBytes() {
    return super.windowBytes() + Double.BYTES * sorted.length;
  }
}
