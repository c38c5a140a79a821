package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.List;

/** Has the predicates that stand side by side in a condition asked together. Only to compile. */
final class LeafMasks {
  private final PredicateIndex predicates;

  LeafMasks(PredicateIndex predicates) {
    this.predicates = predicates;
  }

  /** The same condition, which asks less often. */
  Node of(Node node) {
    if (node instanceof Node.Not not) {
      return new Node.Not(of(not.operand()));
    }
    if (node instanceof Node.All all) {
      List<Node> parts = joined(all.operands(), true);
      return parts.size() == 1 ? parts.get(0) : new Node.All(parts);
    }
    if (node instanceof Node.Some some) {
      return some.atLeast() == 1
          ? Node.some(1, joined(some.operands(), false))
          : new Node.Some(some.atLeast(), Node.each(some.operands(), this::of));
    }
    return node;
  }

  /**
   * The predicates of which a look tells as one node, if they are several, and behind it the other
   * parts. They come first by {@link CheapFirst} too.
   */
  private List<Node> joined(List<Node> nodes, boolean all) {
    List<Node> leaves = new ArrayList<>();
    List<Node> parts = new ArrayList<>();
    for (Node node : nodes) {
      (isTold(node) ? leaves : parts).add(of(node));
    }
    if (leaves.size() > 1) {
      List<Node> several = List.copyOf(leaves);
      PredicateMask mask = mask(several);
      parts.add(0, all ? new Node.AllOf(several, mask) : new Node.AnyOf(several, mask));
    } else {
      parts.addAll(0, leaves);
    }
    return List.copyOf(parts);
  }

  private boolean isTold(Node node) {
    return node instanceof Node.Leaf leaf && predicates.isSure(leaf.predicate());
  }

  private static PredicateMask mask(List<Node> leaves) {
    int[] numbers = new int[leaves.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ((Node.Leaf) leaves.get(i)).predicate();
    }
    return new PredicateMask(numbers);
  }
}
