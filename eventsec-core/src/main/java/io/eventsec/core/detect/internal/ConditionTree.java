package io.eventsec.core.detect.internal;

import io.eventsec.core.detect.Explanation;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Walks a rule's condition and says of each part whether it is true for an event. */
final class ConditionTree {
  private final SigmaDetection detection;
  private final NodeCompiler compiler;
  private final EventView view;

  /**
   * Makes one.
   *
   * @param table that has the rule's predicates
   * @param view of the event; what cannot be told of it is shown as not true
   */
  ConditionTree(SigmaDetection detection, PredicateTable table, EventView view) {
    this.detection = detection;
    this.compiler = new NodeCompiler(table);
    this.view = view;
  }

  Explanation of(SigmaRule rule, boolean agrees) {
    List<Explanation> conditions = detection.conditions().stream().map(this::condition).toList();
    boolean holds = agrees && conditions.stream().anyMatch(Explanation::holds);
    Explanation logsource = new Explanation("logsource " + rule.logsource(), agrees, "", List.of());
    return new Explanation(
        rule.title(), holds, "", Stream.concat(Stream.of(logsource), conditions.stream()).toList());
  }

  private Explanation condition(Condition condition) {
    if (condition instanceof Condition.And and) {
      return several("all", condition, and.operands());
    }
    if (condition instanceof Condition.Or or) {
      return several("any", condition, or.operands());
    }
    if (condition instanceof Condition.Not not) {
      return several("not", condition, List.of(not.operand()));
    }
    if (condition instanceof Condition.Some some) {
      List<Condition> named =
          some.searches().stream().<Condition>map(Condition.Named::new).toList();
      return several(some.atLeast() + " of " + named.size(), condition, named);
    }
    String name = ((Condition.Named) condition).search();
    return search(name, Objects.requireNonNull(detection.searches().get(name)));
  }

  private Explanation several(String text, Condition condition, List<Condition> operands) {
    return new Explanation(
        text,
        Truth.isSure(compiler.condition(condition, detection.searches()), view),
        "",
        operands.stream().map(this::condition).toList());
  }

  private Explanation search(String text, Search search) {
    boolean holds = Truth.isSure(compiler.search(search), view);
    if (search instanceof Search.AllOf all) {
      return new Explanation(text + ": all", holds, "", parts(all.parts()));
    }
    if (search instanceof Search.AnyOf any) {
      return new Explanation(text + ": any", holds, "", parts(any.parts()));
    }
    return new Explanation(text, holds, "", List.of(item((DetectionItem) search)));
  }

  private List<Explanation> parts(List<Search> searches) {
    return searches.stream()
        .map(part -> part instanceof DetectionItem item ? item(item) : search("part", part))
        .toList();
  }

  private Explanation item(DetectionItem item) {
    String field = item.keyword() ? "keywords" : item.field();
    String modifiers = String.join("|", item.modifiers());
    return new Explanation(
        modifiers.isEmpty() ? field : field + '|' + modifiers,
        Truth.isSure(compiler.search(item), view),
        ActualValue.of(item, view),
        item.values().stream().map(value -> value(item.field(), value)).toList());
  }

  private Explanation value(String field, ItemValue value) {
    return new Explanation(
        value.written(), Truth.isSure(compiler.value(field, value), view), "", List.of());
  }
}
