package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sorts predicates into the indexes of their fields. Only used to compile. */
final class PredicateIndex {
  private final Predicate[] all;
  private final double[] selectivity;
  private final boolean[] isRegex;
  private final Map<Integer, FieldIndexBuilder> builders = new HashMap<>();
  private final AtomicInteger literals = new AtomicInteger();

  PredicateIndex(PredicateTable table) {
    all = table.all();
    selectivity = new double[all.length];
    isRegex = new boolean[all.length];
    table.forEach(this::add);
  }

  private void add(ValueTest test, int number) {
    Predicate predicate = all[number];
    isRegex[number] = test instanceof ValueTest.Matches;
    boolean ofValue =
        predicate instanceof Predicate.OfField || predicate instanceof Predicate.OfAnyField;
    selectivity[number] =
        ofValue
            ? builders
                .computeIfAbsent(predicate.requiredField(), key -> new FieldIndexBuilder())
                .add(test, number)
            : Selectivity.UNKNOWN;
  }

  Predicate[] all() {
    return all;
  }

  /**
   * How many values pass it, as far as can be guessed; {@link Selectivity#UNKNOWN} if unindexed.
   */
  double selectivity(int predicate) {
    return selectivity[predicate];
  }

  /** True if a look at the values says all there is to say. */
  boolean isSure(int predicate) {
    return selectivity[predicate] != Selectivity.UNKNOWN && !isRegex[predicate];
  }

  boolean[] mustBeAsked() {
    boolean[] asked = new boolean[all.length];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = selectivity[i] == Selectivity.UNKNOWN;
    }
    return asked;
  }

  @Nullable FieldIndex[] byField(int fields) {
    @Nullable FieldIndex[] indexes = new FieldIndex[fields];
    builders.forEach(
        (field, builder) -> {
          if (field != Predicate.NO_FIELD) {
            indexes[field] = builder.build(literals);
          }
        });
    return indexes;
  }

  /** Of keywords; null if there are none. */
  @Nullable FieldIndex anyField() {
    FieldIndexBuilder builder = builders.get(Predicate.NO_FIELD);
    return builder == null ? null : builder.build(literals);
  }

  /** How many literals the indexes have that were built. */
  int literals() {
    return literals.get();
  }
}
