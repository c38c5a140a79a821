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
    BitSet fields = new BitSet();
    boolean any = collect(node, predicates, fields);
    return new AskedFields(fields, any);
  }

  /** Adds the fields that the node asks; true if it asks the values of all fields too. */
  private static boolean collect(Node node, Predicate[] predicates, BitSet fields) {
    if (node instanceof Node.Leaf leaf) {
      Predicate predicate = predicates[leaf.predicate()];
      if (predicate instanceof Predicate.OfField one) {
        fields.set(one.field());
      }
      return predicate instanceof Predicate.OfAnyField;
    }
    boolean any = false;
    for (Node operand : node.operands()) {
      any |= collect(operand, predicates, fields);
    }
    return any;
  }
}
