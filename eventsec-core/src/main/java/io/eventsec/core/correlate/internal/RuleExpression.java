package io.eventsec.core.correlate.internal;

import io.eventsec.core.sigma.ast.Condition;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * An expression over the rules of a correlation.
 *
 * @param test of the rules that were true, a bit for each
 * @param wanted the rules that are named where it helps that they are true
 */
record RuleExpression(LongPredicate test, long wanted) {

  static RuleExpression of(Condition condition, List<String> rules) {
    return new RuleExpression(test(condition, rules), wanted(condition, rules, true));
  }

  boolean holds(long seen) {
    return test.test(seen);
  }

  private static LongPredicate test(Condition condition, List<String> rules) {
    if (condition instanceof Condition.And and) {
      List<LongPredicate> operands = tests(and.operands(), rules);
      return seen -> operands.stream().allMatch(operand -> operand.test(seen));
    }
    if (condition instanceof Condition.Or or) {
      List<LongPredicate> operands = tests(or.operands(), rules);
      return seen -> operands.stream().anyMatch(operand -> operand.test(seen));
    }
    if (condition instanceof Condition.Not not) {
      return test(not.operand(), rules).negate();
    }
    if (condition instanceof Condition.Some some) {
      long mask = mask(some.searches(), rules);
      return seen -> Long.bitCount(seen & mask) >= some.atLeast();
    }
    long mask = mask(List.of(((Condition.Named) condition).search()), rules);
    return seen -> (seen & mask) != 0;
  }

  private static List<LongPredicate> tests(List<Condition> conditions, List<String> rules) {
    return conditions.stream().map(condition -> test(condition, rules)).toList();
  }

  private static long wanted(Condition condition, List<String> rules, boolean positive) {
    if (condition instanceof Condition.And and) {
      return wanted(and.operands(), rules, positive);
    }
    if (condition instanceof Condition.Or or) {
      return wanted(or.operands(), rules, positive);
    }
    if (condition instanceof Condition.Not not) {
      return wanted(not.operand(), rules, !positive);
    }
    if (!positive) {
      return 0;
    }
    return condition instanceof Condition.Some some
        ? mask(some.searches(), rules)
        : mask(List.of(((Condition.Named) condition).search()), rules);
  }

  private static long wanted(List<Condition> conditions, List<String> rules, boolean positive) {
    return conditions.stream()
        .mapToLong(condition -> wanted(condition, rules, positive))
        .reduce(0, (a, b) -> a | b);
  }

  private static long mask(List<String> names, List<String> rules) {
    return names.stream().mapToLong(name -> 1L << rules.indexOf(name)).reduce(0, (a, b) -> a | b);
  }
}
