package io.eventsec.core.correlate.internal;

import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationCondition.Bound;
import io.eventsec.core.sigma.ast.CorrelationCondition.Expression;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import org.jspecify.annotations.Nullable;

/** The condition of a correlation in the form in which it is asked for each event. */
final class Goal {
  /** More than so many values of a window are not remembered; see {@link #mostCounted}. */
  static final int MOST_VALUES = 100_000;

  private static final int MEDIAN = 50;

  private final @Nullable Reached reached;
  private final @Nullable RuleExpression expression;
  private final long wanted;
  private final int mostCounted;

  private Goal(
      @Nullable Reached reached,
      @Nullable RuleExpression expression,
      long wanted,
      int mostCounted) {
    this.reached = reached;
    this.expression = expression;
    this.wanted = wanted;
    this.mostCounted = mostCounted;
  }

  static Goal of(SigmaCorrelation rule) {
    CorrelationCondition condition = rule.condition();
    if (condition instanceof Expression said) {
      RuleExpression expression = RuleExpression.of(said.expression(), rule.rules());
      return new Goal(null, expression, expression.wanted(), MOST_VALUES);
    }
    Reached reached = (Reached) condition;
    return new Goal(reached, null, -1L, mostCounted(rule, reached));
  }

  /** Counts need one more than the highest bound; what is computed with needs all values. */
  private static int mostCounted(SigmaCorrelation rule, Reached reached) {
    return switch (rule.type()) {
      case EVENT_COUNT, VALUE_COUNT -> (int) Math.min(MOST_VALUES, highest(reached) + 1);
      default -> MOST_VALUES;
    };
  }

  /** The highest bound, as a whole number of 0 or more. */
  static double highest(Reached reached) {
    return Math.floor(
        Math.max(0, reached.bounds().stream().mapToDouble(Bound::number).max().orElse(0)));
  }

  /** True if the number is one that the condition asks for. */
  boolean isReachedBy(double number) {
    return reached != null && reached.isReachedBy(number);
  }

  /** True if so many rules, or these, are what the condition asks for. */
  boolean isReached(int counted, long seen) {
    return expression == null
        ? isReachedBy(counted)
        : expression.holds(seen) && counted == Long.bitCount(seen & wanted);
  }

  /** Bit i is set if the i-th rule is one that shall be true, not one that shall be missing. */
  long wanted() {
    return wanted;
  }

  /** How many events or values a group remembers. */
  int mostCounted() {
    return mostCounted;
  }

  /** Which percentile is asked for; the 50th is the median. */
  int percentile() {
    return reached == null ? MEDIAN : reached.percentile().orElse(MEDIAN);
  }
}
