package io.eventsec.core.detect.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses for each rule what it is found by: predicates or fields, one of which an event must have
 * for the rule to be true. Of several choices it takes the one that fewest events have, and counts
 * for rarer what fewer rules are found by already. Only used to compile.
 */
final class Triggers {
  private final PredicateIndex predicates;
  private final Map<Integer, List<Integer>> byPredicate = new HashMap<>();
  private final Map<Integer, List<Integer>> byField = new HashMap<>();
  private final List<Boolean> found = new ArrayList<>();

  Triggers(PredicateIndex predicates) {
    this.predicates = predicates;
  }

  /** Predicates and fields, one of which must be there, and what it costs to be found by them. */
  private record Choice(double cost, List<Integer> predicates, List<Integer> fields) {
    static Choice any(List<Choice> choices) {
      double cost = 0;
      Set<Integer> predicates = new LinkedHashSet<>();
      Set<Integer> fields = new LinkedHashSet<>();
      for (Choice choice : choices) {
        cost += choice.cost;
        predicates.addAll(choice.predicates);
        fields.addAll(choice.fields);
      }
      return new Choice(cost, List.copyOf(predicates), List.copyOf(fields));
    }
  }

  /** Takes the next rule. */
  void add(Node condition) {
    int rule = found.size();
    Choice choice = choice(condition);
    found.add(choice != null);
    if (choice != null) {
      choice.predicates.forEach(
          p -> byPredicate.computeIfAbsent(p, key -> new ArrayList<>()).add(rule));
      choice.fields.forEach(f -> byField.computeIfAbsent(f, key -> new ArrayList<>()).add(rule));
    }
  }

  private @Nullable Choice choice(Node node) {
    if (node instanceof Node.Leaf leaf) {
      return leaf(leaf.predicate());
    }
    if (node instanceof Node.All all) {
      List<Choice> choices = choices(all.operands());
      return choices.isEmpty() ? null : choices.get(0);
    }
    if (node instanceof Node.Some some) {
      List<Choice> choices = choices(some.operands());
      // If so many must be true, at most the others are not, and one more than those has one that
      // is.
      int enough = some.operands().size() - some.atLeast() + 1;
      return choices.size() < enough ? null : Choice.any(choices.subList(0, enough));
    }
    return null;
  }

  /** Those of the parts that have one, the cheapest first. */
  private List<Choice> choices(List<Node> nodes) {
    List<Choice> choices = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      Choice choice = choice(node);
      if (choice != null) {
        choices.add(choice);
      }
    }
    choices.sort(Comparator.comparingDouble(Choice::cost));
    return choices;
  }

  private @Nullable Choice leaf(int predicate) {
    double selectivity = predicates.selectivity(predicate);
    if (selectivity != Selectivity.UNKNOWN) {
      return new Choice(
          selectivity * weight(byPredicate, predicate), List.of(predicate), List.of());
    }
    int field = predicates.all()[predicate].requiredField();
    return field == Predicate.NO_FIELD
        ? null
        : new Choice(Selectivity.OF_PRESENCE * weight(byField, field), List.of(), List.of(field));
  }

  private static int weight(Map<Integer, List<Integer>> rules, int key) {
    return 1 + rules.getOrDefault(key, List.of()).size();
  }

  int rules() {
    return found.size();
  }

  /** True if the rule is found by something; if not it must be tried on every event. */
  boolean isFound(int rule) {
    return found.get(rule);
  }

  int[][] byPredicate(int size) {
    return arrays(byPredicate, size);
  }

  int[][] byField(int size) {
    return arrays(byField, size);
  }

  private static int[][] arrays(Map<Integer, List<Integer>> rules, int size) {
    int[][] arrays = new int[size][];
    rules.forEach((key, some) -> arrays[key] = some.stream().mapToInt(Integer::intValue).toArray());
    return arrays;
  }
}
