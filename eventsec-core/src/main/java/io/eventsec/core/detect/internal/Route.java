package io.eventsec.core.detect.internal;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that one logsource leads to. Immutable; the sets are not changed once it is made. */
final class Route {
  private final int number;
  private final BitSet rules;
  private final BitSet predicates = new BitSet();
  private final BitSet fields = new BitSet();
  private final int[] always;
  private final Predicate.Present[] presences;
  private final ValueLooks looks;

  /**
   * Makes one.
   *
   * @param number tells it from most others
   * @param rules their numbers; not changed by anybody afterwards
   * @param all every rule of the set
   */
  Route(int number, BitSet rules, List<CompiledRule> all, RuleIndex index) {
    this.number = number;
    this.rules = rules;
    rules.stream().forEach(rule -> collect(all.get(rule).condition()));
    predicates.stream()
        .mapToObj(index::predicate)
        .forEach(
            predicate -> {
              if (predicate instanceof Predicate.OfField one) {
                fields.set(one.field());
              }
            });
    looks = index.looks(predicates);
    presences =
        predicates.stream()
            .mapToObj(index::predicate)
            .filter(Predicate.Present.class::isInstance)
            .map(Predicate.Present.class::cast)
            .filter(one -> index.rulesOfField(one.field()).length > 0)
            .toArray(Predicate.Present[]::new);
    always = rules.stream().filter(rule -> !all.get(rule).isFound()).toArray();
  }

  private void collect(Node node) {
    if (node instanceof Node.Leaf leaf) {
      predicates.set(leaf.predicate());
    }
    node.operands().forEach(this::collect);
  }

  int number() {
    return number;
  }

  boolean leadsTo(int rule) {
    return rules.get(rule);
  }

  /** Those of the predicates that one of its rules asks. */
  int[] asked(IntList some) {
    return some.filtered(predicates);
  }

  /** Those of its rules that become worth a try when one of the predicates is true. */
  int[] rulesOf(int[] sure, int[] perhaps, RuleIndex index) {
    BitSet found = new BitSet();
    for (int[] some : new int[][] {sure, perhaps}) {
      for (int predicate : some) {
        for (int rule : index.rulesOf(predicate)) {
          found.set(rule);
        }
      }
    }
    found.and(rules);
    return found.stream().toArray();
  }

  /** What is looked for in a field's values; null if nothing is. */
  @Nullable ValueLook look(int field) {
    return looks.of(field, fields.get(field));
  }

  /** What is looked for in the values of fields without a number; null if nothing is. */
  @Nullable ValueLook lookAtOthers() {
    return looks.ofOthers();
  }

  /** What its rules may be found by that ask for no more than that a field is there. */
  Predicate.Present[] presences() {
    return presences;
  }

  /** Those of its rules that are found by nothing. */
  int[] always() {
    return always;
  }
}
