package io.eventsec.core.detect.internal;

import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Says why a rule fired: the true items of the searches that its condition asks for, not those
 * under an odd number of {@code not}. Made when a rule fires for the first time. Immutable.
 */
final class Explainer {
  private final RuleIndex index;
  private final List<Asked> conditions;

  /** A condition and the searches that it wants to be true. */
  private record Asked(Node node, List<Named> searches) {}

  /** A search by its name. */
  private record Named(String name, Part part) {}

  /** A search and what it is made of. */
  private sealed interface Part {
    Node node();

    /** Several of them. */
    record Several(Node node, List<Part> parts) implements Part {}

    /** An item. */
    record One(Node node, DetectionItem item, List<Value> values) implements Part {}
  }

  /** A value and its predicates. */
  private record Value(ItemValue value, int[] predicates) {}

  Explainer(SigmaDetection detection, PredicateTable table, RuleIndex index) {
    this.index = index;
    NodeCompiler compiler = new NodeCompiler(table);
    // Only what a condition names has predicates in the table.
    Map<String, Named> searches = new HashMap<>();
    Function<String, Named> search =
        name ->
            new Named(
                name,
                part(Objects.requireNonNull(detection.searches().get(name)), compiler, table));
    conditions =
        detection.conditions().stream()
            .map(
                condition ->
                    new Asked(
                        compiler.condition(condition, detection.searches()),
                        names(condition).stream()
                            .map(name -> searches.computeIfAbsent(name, search))
                            .toList()))
            .toList();
  }

  private static Set<String> names(Condition condition) {
    Set<String> names = new LinkedHashSet<>();
    collect(condition, true, names);
    return names;
  }

  private static void collect(Condition condition, boolean wanted, Set<String> names) {
    if (condition instanceof Condition.And and) {
      and.operands().forEach(operand -> collect(operand, wanted, names));
    } else if (condition instanceof Condition.Or or) {
      or.operands().forEach(operand -> collect(operand, wanted, names));
    } else if (condition instanceof Condition.Not not) {
      collect(not.operand(), !wanted, names);
    } else if (wanted && condition instanceof Condition.Some some) {
      names.addAll(some.searches());
    } else if (wanted && condition instanceof Condition.Named named) {
      names.add(named.search());
    }
  }

  private static Part part(Search search, NodeCompiler compiler, PredicateTable table) {
    Node node = compiler.search(search);
    if (search instanceof Search.AllOf all) {
      return new Part.Several(node, parts(all.parts(), compiler, table));
    }
    if (search instanceof Search.AnyOf any) {
      return new Part.Several(node, parts(any.parts(), compiler, table));
    }
    DetectionItem item = (DetectionItem) search;
    return new Part.One(
        node,
        item,
        item.values().stream()
            .map(
                value ->
                    new Value(
                        value,
                        value.tests().stream()
                            .mapToInt(test -> table.number(item.field(), test))
                            .toArray()))
            .toList());
  }

  private static List<Part> parts(
      List<Search> searches, NodeCompiler compiler, PredicateTable table) {
    return searches.stream().map(search -> part(search, compiler, table)).toList();
  }

  /** The items that made the rule true for the event. */
  List<MatchedItem> items(EventView view) {
    List<MatchedItem> items = new ArrayList<>();
    for (Named search : wanted(view)) {
      explain(search.name, search.part, view, items);
    }
    return items;
  }

  /** The searches that the true conditions want; a single condition is true, or nobody asks. */
  private Collection<Named> wanted(EventView view) {
    if (conditions.size() == 1) {
      return conditions.get(0).searches;
    }
    Map<String, Named> searches = new LinkedHashMap<>();
    for (Asked asked : conditions) {
      if (Truth.isSure(asked.node, view)) {
        asked.searches.forEach(search -> searches.putIfAbsent(search.name, search));
      }
    }
    return searches.values();
  }

  /** Adds the true items of a search, if the search is true. */
  private void explain(String name, Part part, EventView view, List<MatchedItem> items) {
    if (!Truth.isSure(part.node(), view)) {
      return;
    }
    if (part instanceof Part.Several several) {
      for (Part inner : several.parts) {
        explain(name, inner, view, items);
      }
    } else {
      explain(name, (Part.One) part, view, items);
    }
  }

  private void explain(String name, Part.One one, EventView view, List<MatchedItem> items) {
    DetectionItem item = one.item;
    for (Value value : one.values) {
      int found = found(value, view);
      if (item.negated()) {
        add(matched(name, item, value.value, ActualValue.of(item, view)), items);
      } else if (found >= 0) {
        String actual = ActualValue.shown(index.predicate(found).found(view, found));
        add(matched(name, item, value.value, actual), items);
        if (!item.all()) {
          return;
        }
      }
    }
  }

  /** A rule seldom says the same twice; there are too few items to be worth a set. */
  private static void add(MatchedItem item, List<MatchedItem> items) {
    if (!items.contains(item)) {
      items.add(item);
    }
  }

  /** The first of the value's predicates that is true; -1 if none is. */
  private static int found(Value value, EventView view) {
    for (int predicate : value.predicates) {
      if (view.isSure(predicate)) {
        return predicate;
      }
    }
    return -1;
  }

  private static MatchedItem matched(
      String name, DetectionItem item, ItemValue value, String actual) {
    return new MatchedItem(name, item.field(), item.modifiers(), value.written(), actual);
  }
}
