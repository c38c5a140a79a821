package io.eventsec.core.correlate.internal;

import io.eventsec.core.sigma.ast.CorrelationType;

/** {@code value_sum} and {@code value_avg}. */
final class SumState extends ValueState {
  private final ExactSum sum = new ExactSum();

  SumState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
  }

  @Override
  void entered(double value) {
    sum.add(value);
  }

  @Override
  void left(double value) {
    sum.subtract(value);
  }

  @Override
  double measure() {
    return plan.rule().type() == CorrelationType.VALUE_AVG ? sum.value() / size() : sum.value();
  }
}
