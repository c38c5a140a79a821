package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.Condition;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes searches that are gone out of conditions. */
final class ConditionPruner {
  private final Set<String> left;

  /**
   * For what is left of a detection.
   *
   * @param left the searches that are still there
   */
  ConditionPruner(Set<String> left) {
    this.left = left;
  }

  /** Those of the conditions of which something is left. */
  List<Condition> pruned(List<Condition> conditions) {
    return conditions.stream().flatMap(condition -> pruned(condition).stream()).toList();
  }

  private Optional<Condition> pruned(Condition condition) {
    if (condition instanceof Condition.And and) {
      List<Condition> operands = pruned(and.operands());
      return operands.isEmpty() ? Optional.empty() : Optional.of(new Condition.And(operands));
    }
    if (condition instanceof Condition.Or or) {
      List<Condition> operands = pruned(or.operands());
      return operands.isEmpty() ? Optional.empty() : Optional.of(new Condition.Or(operands));
    }
    if (condition instanceof Condition.Not not) {
      return pruned(not.operand()).map(Condition.Not::new);
    }
    if (condition instanceof Condition.Some some) {
      return pruned(some);
    }
    return Optional.of(condition)
        .filter(named -> left.contains(((Condition.Named) named).search()));
  }

  /** {@code all of} stays that, and no number asks for more than there are. */
  private Optional<Condition> pruned(Condition.Some some) {
    List<String> searches = some.searches().stream().filter(left::contains).toList();
    return searches.isEmpty()
        ? Optional.empty()
        : Optional.of(new Condition.Some(Math.min(some.atLeast(), searches.size()), searches));
  }
}
