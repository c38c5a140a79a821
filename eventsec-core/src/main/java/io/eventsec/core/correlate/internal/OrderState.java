package io.eventsec.core.correlate.internal;

import java.util.Arrays;

/**
 * {@code temporal_ordered}. Of all the ways in which the rules may have come true one after the
 * other only one number each matters: how late the way can have begun. So a group takes the square
 * of the number of rules, however many events there are.
 */
final class OrderState extends SeenState {
  private static final long NEVER = Long.MIN_VALUE;

  private final int rules;

  /**
   * At {@code length * rules + i}: the latest beginning of a row of {@code length + 1} different
   * events, of rules in the order of the correlation, that ends with the i-th rule.
   */
  private final long[] begun;

  OrderState(CorrelationPlan plan, GroupKey key) {
    super(plan, key);
    this.rules = plan.references();
    this.begun = new long[rules * rules];
    Arrays.fill(begun, NEVER);
  }

  @Override
  void take(Contribution contribution, long from) {
    super.take(contribution, from);
    // From the last rule to the first, so that no event stands in a row twice.
    for (int rule = rules - 1; rule >= 0; rule--) {
      if ((contribution.positions() & plan.goal().wanted() & 1L << rule) != 0) {
        extend(rule, contribution.stamp().time());
      }
    }
  }

  private void extend(int rule, long time) {
    for (int length = rule; length > 0; length--) {
      long best = begun[length * rules + rule];
      for (int before = length - 1; before < rule; before++) {
        best = Math.max(best, begun[(length - 1) * rules + before]);
      }
      begun[length * rules + rule] = best;
    }
    begun[rule] = time;
  }

  @Override
  int counted(long seen, long from) {
    for (int length = rules; length > 0; length--) {
      for (int rule = length - 1; rule < rules; rule++) {
        if (begun[(length - 1) * rules + rule] >= from) {
          return length;
        }
      }
    }
    return 0;
  }

  @Override
  int windowBytes() {
    return super.windowBytes() + Long.BYTES * begun.length;
  }

  @Override
  void writeWindow(CellWriter out) {
    super.writeWindow(out);
    for (long beginning : begun) {
      out.fixed(beginning);
    }
  }

  @Override
  void readWindow(CellReader in) {
    super.readWindow(in);
    Arrays.setAll(begun, i -> in.fixed());
  }
}
