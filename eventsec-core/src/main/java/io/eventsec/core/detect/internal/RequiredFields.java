package io.eventsec.core.detect.internal;

import java.util.BitSet;
import java.util.List;

/** Finds the fields without which a condition is never true. */
final class RequiredFields {
  private final Predicate[] predicates;

  RequiredFields(Predicate[] predicates) {
    this.predicates = predicates;
  }

  BitSet of(Node node) {
    if (node instanceof Node.Leaf leaf) {
      BitSet fields = new BitSet();
      int field = predicates[leaf.predicate()].requiredField();
      if (field != Predicate.NO_FIELD) {
        fields.set(field);
      }
      return fields;
    }
    if (node instanceof Node.All all) {
      BitSet fields = new BitSet();
      all.operands().forEach(operand -> fields.or(of(operand)));
      return fields;
    }
    return node instanceof Node.Some some ? common(some.operands()) : new BitSet();
  }

  private BitSet common(List<Node> operands) {
    BitSet fields = of(operands.get(0));
    operands.subList(1, operands.size()).forEach(operand -> fields.and(of(operand)));
    return fields;
  }
}
