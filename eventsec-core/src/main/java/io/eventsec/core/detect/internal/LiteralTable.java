package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Collects the literals of one kind of place in one field, each once. Only used to compile. */
final class LiteralTable {
  private static final int[] NONE = {};

  private final Map<String, Bearing> bearings = new LinkedHashMap<>();

  /** The predicates that a literal bears on: one mostly, so that there is no room for more. */
  private static final class Bearing {
    private int[] sure = NONE;
    private int[] perhaps = NONE;
  }

  /**
   * Adds a literal of a predicate. Predicates come in the order of their numbers.
   *
   * @param text folded
   * @param sure whether the predicate is true wherever the text is found
   */
  void add(String text, int predicate, boolean sure) {
    Bearing bearing = bearings.computeIfAbsent(text, key -> new Bearing());
    if (sure) {
      bearing.sure = with(bearing.sure, predicate);
    } else {
      bearing.perhaps = with(bearing.perhaps, predicate);
    }
  }

  boolean isEmpty() {
    return bearings.isEmpty();
  }

  private static int[] with(int[] some, int predicate) {
    if (some.length > 0 && some[some.length - 1] == predicate) {
      return some;
    }
    int[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = predicate;
    return more;
  }

  /** All of them, numbered on. */
  Collection<Literal> literals(AtomicInteger numbers) {
    List<Literal> literals = new ArrayList<>(bearings.size());
    for (Map.Entry<String, Bearing> entry : bearings.entrySet()) {
      Bearing bearing = entry.getValue();
      literals.add(
          new Literal(numbers.getAndIncrement(), entry.getKey(), bearing.sure, bearing.perhaps));
    }
    return literals;
  }
}
