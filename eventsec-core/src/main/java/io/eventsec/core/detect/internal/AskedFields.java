package io.eventsec.core.detect.internal;

import java.util.BitSet;

/**
 * The fields whose values a condition asks for.
 *
 * @param fields by number
 * @param anyField whether it asks the values of all fields
 */
record AskedFields(BitSet fields, boolean anyField) {

  static AskedFields of(Node node, Predicate[] predicates) {
    BitSet numbers = new BitSet();
    leaves(node, numbers);
    BitSet fields = new BitSet();
    boolean any = false;
    for (int i = numbers.nextSetBit(0); i >= 0; i = numbers.nextSetBit(i + 1)) {
      if (predicates[i] instanceof Predicate.OfField one) {
        fields.set(one.field());
      }
      any |= predicates[i] instanceof Predicate.OfAnyField;
    }
    return new AskedFields(fields, any);
  }

  private static void leaves(Node node, BitSet numbers) {
    if (node instanceof Node.Leaf leaf) {
      numbers.set(leaf.predicate());
    } else if (node instanceof Node.Not not) {
      leaves(not.operand(), numbers);
    } else if (node instanceof Node.All all) {
      all.operands().forEach(operand -> leaves(operand, numbers));
    } else if (node instanceof Node.Some some) {
      some.operands().forEach(operand -> leaves(operand, numbers));
    }
  }
}
