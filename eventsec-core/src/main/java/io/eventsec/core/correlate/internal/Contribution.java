package io.eventsec.core.correlate.internal;

import java.util.Arrays;

/**
 * What one event adds to one group of one correlation. Ordered as things happened; of one event
 * first what goes to correlations that others refer to.
 *
 * @param positions bit i is set if the event is one of the i-th rule
 * @param texts the values whose number counts; empty for other types
 * @param numbers the values that are computed with; empty for other types
 */
record Contribution(
    Stamp stamp,
    CorrelationPlan plan,
    GroupKey group,
    long positions,
    String[] texts,
    double[] numbers)
    implements Comparable<Contribution> {
  static final String[] NO_TEXTS = {};
  static final double[] NO_NUMBERS = {};

  /** True if both are about the same event and group. */
  boolean joins(Contribution other) {
    return plan == other.plan && stamp.equals(other.stamp) && group.equals(other.group);
  }

  /** Both as one: an event that several of the rules are true for is one event. */
  Contribution with(Contribution other) {
    return new Contribution(
        stamp,
        plan,
        group,
        positions | other.positions,
        Arrays.equals(texts, other.texts) ? texts : joined(texts, other.texts),
        Arrays.equals(numbers, other.numbers) ? numbers : joined(numbers, other.numbers));
  }

  private static String[] joined(String[] first, String[] second) {
    String[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static double[] joined(double[] first, double[] second) {
    double[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Override
  public int compareTo(Contribution other) {
    int order = stamp.compareTo(other.stamp);
    return order != 0 ? order : Integer.compare(plan.index(), other.plan.index());
  }
}
