package io.eventsec.core.detect.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
    List<Node> ordered = Node.each(nodes, this::order);
    int[] asked = new int[ordered.size()];
    int most = 0;
    for (int i = 0; i < asked.length; i++) {
      asked[i] = asked(ordered.get(i));
      most = Math.max(most, asked[i]);
    }
    return most == 0 ? ordered : sorted(ordered, asked);
  }

  /** Those with the lower numbers first, and of those with equal ones the first. */
  private static List<Node> sorted(List<Node> nodes, int[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparingInt(i -> numbers[i]))
        .<Node>map(nodes::get)
        .toList();
  }

  /** How many of its predicates may have to be asked. */
  private int asked(Node node) {
    if (node instanceof Node.Leaf leaf) {
      return predicates.isSure(leaf.predicate()) ? 0 : 1;
    }
    int asked = 0;
    for (Node operand : node.operands()) {
      asked += asked(operand);
    }
    return asked;
  }
}
