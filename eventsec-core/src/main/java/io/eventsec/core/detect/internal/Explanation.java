package io.eventsec.core.detect.internal;

import io.eventsec.core.alert.MatchedItem;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import io.eventsec.core.sigma.ast.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says why a rule fired: the true items of the searches that its condition asks for, not those
 * under an odd number of {@code not}. Only runs on a match.
 */
final class Explanation {
  private static final int MAX_ACTUAL = 1_024;

  private final SigmaDetection detection;
  private final EventView view;
  private final NodeCompiler compiler;
  private final PredicateTable predicates;
  private final RuleIndex index;
  private final Set<MatchedItem> items = new LinkedHashSet<>();

  Explanation(
      SigmaDetection detection, EventView view, PredicateTable predicates, RuleIndex index) {
    this.detection = detection;
    this.view = view;
    this.predicates = predicates;
    this.compiler = new NodeCompiler(predicates);
    this.index = index;
  }

  List<MatchedItem> items() {
    Set<String> names = new LinkedHashSet<>();
    detection.conditions().stream().filter(this::holds).forEach(c -> asked(c, true, names));
    for (String name : names) {
      Search search = detection.searches().get(name);
      if (search != null) {
        explain(name, search);
      }
    }
    return new ArrayList<>(items);
  }

  private boolean holds(Condition condition) {
    return compiler.condition(condition, detection.searches()).holds(view);
  }

  private void asked(Condition condition, boolean wanted, Set<String> names) {
    if (condition instanceof Condition.And and) {
      and.operands().forEach(operand -> asked(operand, wanted, names));
    } else if (condition instanceof Condition.Or or) {
      or.operands().forEach(operand -> asked(operand, wanted, names));
    } else if (condition instanceof Condition.Not not) {
      asked(not.operand(), !wanted, names);
    } else if (wanted && condition instanceof Condition.Some some) {
      names.addAll(some.searches());
    } else if (wanted && condition instanceof Condition.Named named) {
      names.add(named.search());
    }
  }

  /** Adds the true items of a search, if the search is true. */
  private void explain(String name, Search search) {
    if (!compiler.search(search).holds(view)) {
      return;
    }
    if (search instanceof Search.AllOf all) {
      all.parts().forEach(part -> explain(name, part));
    } else if (search instanceof Search.AnyOf any) {
      any.parts().forEach(part -> explain(name, part));
    } else {
      item(name, (DetectionItem) search);
    }
  }

  private void item(String name, DetectionItem item) {
    if (item.negated()) {
      for (ItemValue value : item.values()) {
        items.add(matched(name, item, value, actual(item)));
      }
      return;
    }
    for (ItemValue value : item.values()) {
      if (compiler.value(item.field(), value).holds(view)) {
        items.add(matched(name, item, value, found(item, value)));
        if (!item.all()) {
          return;
        }
      }
    }
  }

  private static MatchedItem matched(
      String name, DetectionItem item, ItemValue value, String actual) {
    String shown = actual.length() > MAX_ACTUAL ? actual.substring(0, MAX_ACTUAL) + "..." : actual;
    return new MatchedItem(name, item.field(), item.modifiers(), value.written(), shown);
  }

  private String found(DetectionItem item, ItemValue value) {
    for (ValueTest test : value.tests()) {
      int predicate = predicates.number(item.field(), test);
      if (view.holds(predicate)) {
        return index.predicate(predicate).found(view);
      }
    }
    return "";
  }

  /** What the field has; empty for keywords and for a field that is missing. */
  private String actual(DetectionItem item) {
    Object value = item.keyword() ? null : view.event().value(item.field());
    return value == null ? "" : value.toString();
  }
}
