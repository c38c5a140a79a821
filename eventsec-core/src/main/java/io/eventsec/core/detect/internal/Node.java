package io.eventsec.core.detect.internal;

import java.util.List;

/** A rule's condition over numbered predicates. Immutable. */
sealed interface Node {

  boolean holds(EventView view);

  /** A predicate. */
  record Leaf(int predicate) implements Node {
    @Override
    public boolean holds(EventView view) {
      return view.holds(predicate);
    }
  }

  /** True if the operand is not. */
  record Not(Node operand) implements Node {
    @Override
    public boolean holds(EventView view) {
      return !operand.holds(view);
    }
  }

  /** True if all are. */
  record All(List<Node> operands) implements Node {
    @Override
    public boolean holds(EventView view) {
      for (int i = 0; i < operands.size(); i++) {
        if (!operands.get(i).holds(view)) {
          return false;
        }
      }
      return true;
    }
  }

  /** True if at least so many are. */
  record Some(int atLeast, List<Node> operands) implements Node {
    @Override
    public boolean holds(EventView view) {
      int found = 0;
      for (int i = 0; i < operands.size(); i++) {
        if (operands.get(i).holds(view) && ++found == atLeast) {
          return true;
        }
      }
      return false;
    }
  }

  /** The conjunction; a single operand stands for itself. */
  static Node all(List<Node> operands) {
    return operands.size() == 1 ? operands.get(0) : new All(operands);
  }

  /** At least so many of them; a single operand stands for itself. */
  static Node some(int atLeast, List<Node> operands) {
    if (operands.size() == 1) {
      return operands.get(0);
    }
    return atLeast == operands.size() ? new All(operands) : new Some(atLeast, operands);
  }
}
