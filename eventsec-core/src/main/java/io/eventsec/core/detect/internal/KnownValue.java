package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.internal.StepBudgetException;

/**
 * A value that has come before, and the predicates that it bears on. Not changed by anybody.
 *
 * @param look what was looked for in it
 * @param route whose rules ask the predicates
 * @param sure those that are true of it
 * @param perhaps those that may be
 * @param rules that become worth a try by that
 */
record KnownValue(
    ValueLook look, Route route, Object value, int[] sure, int[] perhaps, int[] rules) {

  /** Of what a look has found; what may be true is asked now, once for all its comings. */
  static KnownValue of(
      ValueLook look, Route route, Object value, ValueScan found, RuleIndex index) {
    IntList sure = new IntList();
    IntList perhaps = new IntList();
    sure.addAll(route.asked(found.sure()));
    FieldValues values = new FieldValues(value);
    for (int predicate : route.asked(found.perhaps())) {
      switch (ask(index.predicate(predicate), values)) {
        case YES -> sure.add(predicate);
        case UNDECIDED -> perhaps.add(predicate);
        case NO -> {} // And no rule is to be tried for it.
      }
    }
    int[] certain = sure.toArray();
    int[] possible = perhaps.toArray();
    return new KnownValue(
        look, route, value, certain, possible, route.rulesOf(certain, possible, index));
  }

  /** Not what may take long: that is asked when a rule comes down to it. */
  private static Truth ask(Predicate predicate, FieldValues values) {
    if (!(predicate instanceof Predicate.OfValue one) || !one.matcher().isLinear()) {
      return Truth.UNDECIDED;
    }
    try {
      return one.passes(values) ? Truth.YES : Truth.NO;
    } catch (StepBudgetException e) {
      return Truth.UNDECIDED;
    }
  }
}
