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
  private final Map<String, Bearing> bearings = new LinkedHashMap<>();

  /** The predicates that a literal bears on. */
  private record Bearing(List<Integer> sure, List<Integer> perhaps) {}

  /**
   * Adds a literal of a predicate.
   *
   * @param text folded
   * @param sure whether the predicate is true wherever the text is found
   */
  void add(String text, int predicate, boolean sure) {
    Bearing bearing =
        bearings.computeIfAbsent(text, key -> new Bearing(new ArrayList<>(), new ArrayList<>()));
    (sure ? bearing.sure : bearing.perhaps).add(predicate);
  }

  boolean isEmpty() {
    return bearings.isEmpty();
  }

  /** All of them, numbered on. */
  Collection<Literal> literals(AtomicInteger numbers) {
    return bearings.entrySet().stream()
        .map(
            entry ->
                new Literal(
                    numbers.getAndIncrement(),
                    entry.getKey(),
                    numbers(entry.getValue().sure),
                    numbers(entry.getValue().perhaps)))
        .toList();
  }

  private static int[] numbers(List<Integer> predicates) {
    int[] numbers = predicates.stream().mapToInt(Integer::intValue).distinct().toArray();
    Arrays.sort(numbers);
    return numbers;
  }
}
