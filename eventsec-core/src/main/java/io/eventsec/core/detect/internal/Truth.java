package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.internal.StepBudgetException;
import java.util.List;

/**
 * What a condition is when some of its predicates cannot be told (the strong three-valued logic of
 * Kleene): it is undecided only if what is not known would make the difference.
 */
enum Truth {
  NO,
  UNDECIDED,
  YES;

  /** True if the node holds whatever the predicates are that cannot be told. */
  static boolean isSure(Node node, EventView view) {
    try {
      return node.holds(view);
    } catch (StepBudgetException e) {
      return of(node, view) == YES;
    }
  }

  static Truth of(Node node, EventView view) {
    if (node instanceof Node.Not not) {
      return of(not.operand(), view).negated();
    }
    if (node instanceof Node.Leaf) {
      return ofLeaf(node, view);
    }
    int wanted =
        node instanceof Node.Some some
            ? some.atLeast()
            : node instanceof Node.AnyOf ? 1 : node.operands().size();
    return atLeast(wanted, node.operands(), view);
  }

  private static Truth ofLeaf(Node leaf, EventView view) {
    try {
      return leaf.holds(view) ? YES : NO;
    } catch (StepBudgetException e) {
      return UNDECIDED;
    }
  }

  private static Truth atLeast(int wanted, List<Node> operands, EventView view) {
    int sure = 0;
    int possible = 0;
    for (Node operand : operands) {
      Truth truth = of(operand, view);
      sure += truth == YES ? 1 : 0;
      possible += truth == NO ? 0 : 1;
    }
    if (sure >= wanted) {
      return YES;
    }
    return possible >= wanted ? UNDECIDED : NO;
  }

  private Truth negated() {
    return switch (this) {
      case NO -> YES;
      case YES -> NO;
      case UNDECIDED -> UNDECIDED;
    };
  }
}
