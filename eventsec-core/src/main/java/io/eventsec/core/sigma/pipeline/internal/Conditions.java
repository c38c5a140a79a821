package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.Condition;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Conditions of a processing item, joined as Sigma joins searches. Without any it is about all.
 *
 * @param checks the conditions by their names, or by their numbers if they have none
 * @param expression how they are joined
 */
record Conditions<T>(Map<String, Predicate<T>> checks, Condition expression)
    implements Predicate<T> {
  /** Copies the map. */
  Conditions {
    checks = Map.copyOf(checks);
  }

  @Override
  public boolean test(T subject) {
    return checks.isEmpty() || holds(expression, subject);
  }

  /** The names that a condition asks for. */
  static Stream<String> names(Condition condition) {
    if (condition instanceof Condition.And and) {
      return and.operands().stream().flatMap(Conditions::names);
    }
    if (condition instanceof Condition.Or or) {
      return or.operands().stream().flatMap(Conditions::names);
    }
    if (condition instanceof Condition.Not not) {
      return names(not.operand());
    }
    return condition instanceof Condition.Some some
        ? some.searches().stream()
        : Stream.of(((Condition.Named) condition).search());
  }

  private boolean holds(Condition condition, T subject) {
    if (condition instanceof Condition.And and) {
      return and.operands().stream().allMatch(operand -> holds(operand, subject));
    }
    if (condition instanceof Condition.Or or) {
      return or.operands().stream().anyMatch(operand -> holds(operand, subject));
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.operand(), subject);
    }
    if (condition instanceof Condition.Some some) {
      return some.searches().stream().filter(name -> holds(name, subject)).count()
          >= some.atLeast();
    }
    return holds(((Condition.Named) condition).search(), subject);
  }

  private boolean holds(String name, T subject) {
    return Objects.requireNonNull(checks.get(name)).test(subject);
  }
}
