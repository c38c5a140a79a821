package io.eventsec.core.detect.internal;

import java.util.BitSet;

/**
 * How an event finds the rules it may match: what its values have is looked up, not asked rule by
 * rule. Immutable.
 */
final class RuleIndex {
  private static final int[] NONE = {};

  private final FieldTable fields;
  private final Predicate[] predicates;
  private final boolean[] mustBeAsked;
  private final KeywordLooks looks;
  private final int rules;
  private final int[][] rulesOfPredicate;
  private final int[][] rulesOfField;

  RuleIndex(FieldTable fields, PredicateIndex predicates, Triggers triggers) {
    this.fields = fields;
    this.predicates = predicates.all();
    this.mustBeAsked = predicates.mustBeAsked();
    this.looks = predicates.looks(fields.size());
    this.rules = triggers.rules();
    this.rulesOfPredicate = triggers.byPredicate(this.predicates.length);
    this.rulesOfField = triggers.byField(fields.size());
  }

  FieldTable fields() {
    return fields;
  }

  int predicateCount() {
    return predicates.length;
  }

  int ruleCount() {
    return rules;
  }

  int literalCount() {
    return looks.literals();
  }

  Predicate predicate(int number) {
    return predicates[number];
  }

  /** False if a look at the values has told already. */
  boolean mustBeAsked(int predicate) {
    return mustBeAsked[predicate];
  }

  /** See {@link KeywordLooks#of}. */
  ValueLooks looks(BitSet asked) {
    return looks.of(asked);
  }

  /** How many numbers the looks of a route have. */
  int lookCount() {
    return fields.size() + 1;
  }

  /** Rules that become worth a try when the predicate is true. */
  int[] rulesOf(int predicate) {
    int[] some = rulesOfPredicate[predicate];
    return some == null ? NONE : some;
  }

  /** Rules that become worth a try when the event has the field. */
  int[] rulesOfField(int field) {
    int[] some = rulesOfField[field];
    return some == null ? NONE : some;
  }
}
