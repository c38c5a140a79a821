package io.eventsec.core.detect.internal;

import java.util.List;
import java.util.function.Function;

/** A rule's condition over numbered predicates. Immutable. */
sealed interface Node {

  boolean holds(EventView view);

  /** What it is made of; empty for a predicate. */
  List<Node> operands();

  /** A predicate. */
  record Leaf(int predicate) implements Node {
    @Override
    public boolean holds(EventView view) {
      return view.holds(predicate);
    }

    @Override
    public List<Node> operands() {
      return List.of();
    }
  }

  /** True if the operand is not. */
  record Not(Node operand) implements Node {
    @Override
    public boolean holds(EventView view) {
      return !operand.holds(view);
    }

    @Override
    public List<Node> operands() {
      return List.of(operand);
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

  /** True if each of several predicates is. */
  record AllOf(List<Node> operands, PredicateMask mask) implements Node {
    @Override
    public boolean holds(EventView view) {
      return mask.holdsAll(view);
    }
  }

  /** True if one of several predicates is. */
  record AnyOf(List<Node> operands, PredicateMask mask) implements Node {
    @Override
    public boolean holds(EventView view) {
      return mask.holdsAny(view);
    }
  }

  /** A node of each part; a loop, because a stream takes longer than most nodes to make. */
  static <T> List<Node> each(List<T> parts, Function<T, Node> node) {
    Node[] nodes = new Node[parts.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = node.apply(parts.get(i));
    }
    return List.of(nodes);
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
