package io.eventsec.core.detect.internal;

import java.util.BitSet;

/**
 * How an event finds the rules it may match: what its values have is looked up, not asked rule by
 * rule. Immutable.
 */
final class RuleIndex {
  private static final int[] NONE = {};

  /** A power of two. */
  private static final int OTHERS = 32;

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

  /** How many numbers fields have, those included that nobody asks for. */
  int fieldCount() {
    return fields.size() + OTHERS;
  }

  /**
   * A number for a field that nobody asks for, by its place among those in the event: logs of one
   * kind have their fields in one order.
   */
  int fieldOfOther(int place) {
    return fields.size() + (place & OTHERS - 1);
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
