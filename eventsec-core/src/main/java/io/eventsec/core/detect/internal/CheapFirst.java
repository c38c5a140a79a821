package io.eventsec.core.detect.internal;

import java.util.Comparator;
import java.util.List;

/**
 * Brings the parts of a condition into an order in which what a look at the values has told already
 * comes before what has to be asked. The answer is the same in any order. Only used to compile.
 */
final class CheapFirst {
  private final PredicateIndex predicates;

  CheapFirst(PredicateIndex predicates) {
    this.predicates = predicates;
  }

  Node order(Node node) {
    if (node instanceof Node.All all) {
      return new Node.All(ordered(all.operands()));
    }
    if (node instanceof Node.Some some) {
      return new Node.Some(some.atLeast(), ordered(some.operands()));
    }
    return node instanceof Node.Not not ? new Node.Not(order(not.operand())) : node;
  }

  private List<Node> ordered(List<Node> nodes) {
    return nodes.stream().map(this::order).sorted(Comparator.comparingInt(this::asked)).toList();
  }

  /** How many of its predicates may have to be asked. */
  private int asked(Node node) {
    if (node instanceof Node.Leaf leaf) {
      return predicates.isSure(leaf.predicate()) ? 0 : 1;
    }
    if (node instanceof Node.All all) {
      return all.operands().stream().mapToInt(this::asked).sum();
    }
    if (node instanceof Node.Some some) {
      return some.operands().stream().mapToInt(this::asked).sum();
    }
    return asked(((Node.Not) node).operand());
  }
}
