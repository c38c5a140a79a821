package io.eventsec.core.detect.internal;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** The rules that one logsource leads to. Immutable; the sets are not changed once it is made. */
final class Route {
  private final BitSet rules = new BitSet();
  private final BitSet fields = new BitSet();
  private final int[] always;
  private final boolean asksAnyField;

  /**
   * Makes one.
   *
   * @param numbers of the rules
   * @param all every rule of the set
   */
  Route(IntStream numbers, List<CompiledRule> all) {
    numbers.forEach(rules::set);
    boolean any = false;
    for (int i = rules.nextSetBit(0); i >= 0; i = rules.nextSetBit(i + 1)) {
      fields.or(all.get(i).fields());
      any |= all.get(i).asksAnyField();
    }
    asksAnyField = any;
    always = rules.stream().filter(rule -> !all.get(rule).isFound()).toArray();
  }

  boolean leadsTo(int rule) {
    return rules.get(rule);
  }

  /** True if one of its rules asks for the field's values. */
  boolean asksField(int field) {
    return fields.get(field);
  }

  /** True if one of its rules has keywords. */
  boolean asksAnyField() {
    return asksAnyField;
  }

  /** Those of its rules that are found by nothing. */
  int[] always() {
    return always;
  }
}
