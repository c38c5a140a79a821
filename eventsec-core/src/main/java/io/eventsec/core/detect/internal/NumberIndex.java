package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.ValueTest.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers that a value may be, and bounds that it may be below or above of. Immutable. */
final class NumberIndex {
  /** Below this a double holds every whole number. */
  private static final long EXACT = 1L << 53;

  private final Map<Number, int[]> equal = new HashMap<>();

  /** In ascending order of the bound. */
  private final Map<Relation, Bound[]> bounds = new EnumMap<>(Relation.class);

  /** A bound and the predicate that asks for it. */
  record Bound(Number number, int predicate) {}

  NumberIndex(List<Bound> equal, Map<Relation, List<Bound>> bounds) {
    Map<Number, List<Integer>> predicates = new HashMap<>();
    equal.forEach(
        one ->
            predicates
                .computeIfAbsent(canonical(one.number), key -> new ArrayList<>())
                .add(one.predicate));
    predicates.forEach(
        (number, some) ->
            this.equal.put(number, some.stream().mapToInt(Integer::intValue).toArray()));
    bounds.forEach(
        (relation, some) ->
            this.bounds.put(
                relation,
                some.stream()
                    .sorted(Comparator.comparing(Bound::number, Numbers::compare))
                    .toArray(Bound[]::new)));
  }

  /** Numbers that {@link Numbers#compare} takes for equal have the same; others may too. */
  private static Number canonical(Number number) {
    if (number instanceof Long whole && whole > -EXACT && whole < EXACT) {
      return number;
    }
    double value = number.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < EXACT;
    return whole ? (Number) (long) value : (Number) value;
  }

  /** Tells what a number that the event has may be. */
  void look(Number number, ValueScan scan) {
    int[] some = equal.get(canonical(number));
    if (some != null) {
      for (int predicate : some) {
        scan.suspect(predicate);
      }
    }
  }

  /** Tells between which bounds a value is; null is no number. */
  void lookAtBounds(@Nullable Number number, ValueScan scan) {
    if (number == null) {
      return;
    }
    bounds.forEach((relation, some) -> lookAtBounds(number, relation, some, scan));
  }

  boolean hasBounds() {
    return !bounds.isEmpty();
  }

  private static void lookAtBounds(Number number, Relation relation, Bound[] some, ValueScan scan) {
    boolean below = relation == Relation.LT || relation == Relation.LTE;
    for (int i = 0; i < some.length; i++) {
      Bound bound = some[below ? some.length - 1 - i : i];
      int order = Numbers.compare(number, bound.number);
      boolean holds =
          switch (relation) {
            case LT -> order < 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case GTE -> order >= 0;
          };
      if (!holds) {
        return;
      }
      scan.holdsTrue(bound.predicate);
    }
  }
}
