package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sorts predicates into the indexes of their fields. Only used to compile. */
final class PredicateIndex {
  private final Predicate[] all;
  private final double[] selectivity;
  private final boolean[] isRegex;
  private final Map<Integer, FieldIndexBuilder> builders = new HashMap<>();
  private final List<KeywordLooks.Keyword> keywords = new ArrayList<>();

  PredicateIndex(PredicateTable table) {
    all = table.all();
    selectivity = new double[all.length];
    isRegex = new boolean[all.length];
    table.forEach(this::add);
  }

  private void add(ValueTest test, int number) {
    Predicate predicate = all[number];
    if (predicate instanceof Predicate.OfAnyField) {
      keywords.add(new KeywordLooks.Keyword(number, test));
    }
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

  /** Builds the indexes of the fields. */
  KeywordLooks looks(int fields) {
    AtomicInteger literals = new AtomicInteger();
    @Nullable FieldIndex[] indexes = new FieldIndex[fields];
    builders.forEach(
        (field, builder) -> {
          if (field != Predicate.NO_FIELD) {
            indexes[field] = builder.build(literals);
          }
        });
    return new KeywordLooks(indexes, List.copyOf(keywords), literals.get());
  }
}
