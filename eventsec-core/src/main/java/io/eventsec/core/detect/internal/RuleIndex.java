package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/**
 * How an event finds the rules it may match: what its values have is looked up, not asked rule by
 * rule. Immutable.
 */
final class RuleIndex {
  private static final int[] NONE = {};

  private final FieldTable fields;
  private final Predicate[] predicates;
  private final boolean[] mustBeAsked;
  private final ValueLooks looks;
  private final int literals;
  private final int rules;
  private final int[][] rulesOfPredicate;
  private final int[][] rulesOfField;

  RuleIndex(FieldTable fields, PredicateIndex predicates, Triggers triggers) {
    this.fields = fields;
    this.predicates = predicates.all();
    this.mustBeAsked = predicates.mustBeAsked();
    this.looks = new ValueLooks(predicates.byField(fields.size()), predicates.anyField());
    this.literals = predicates.literals();
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
    return literals;
  }

  Predicate predicate(int number) {
    return predicates[number];
  }

  /** False if a look at the values has told already. */
  boolean mustBeAsked(int predicate) {
    return mustBeAsked[predicate];
  }

  /** See {@link ValueLooks#of}. */
  @Nullable ValueLook look(int field, boolean asked, boolean keywords) {
    return looks.of(field, asked, keywords);
  }

  /** See {@link ValueLooks#ofOthers}. */
  @Nullable ValueLook lookAtOthers(boolean keywords) {
    return looks.ofOthers(keywords);
  }

  int lookCount() {
    return looks.count();
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
