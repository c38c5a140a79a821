package io.eventsec.core.detect.internal;

import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.ItemValue;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;
import java.util.Map;

/** Turns a detection into nodes, putting its predicates into the table. */
final class NodeCompiler {
  private final PredicateTable predicates;

  NodeCompiler(PredicateTable predicates) {
    this.predicates = predicates;
  }

  Node detection(SigmaDetection detection) {
    return Node.some(1, conditions(detection.conditions(), detection.searches()));
  }

  Node condition(Condition condition, Map<String, Search> searches) {
    if (condition instanceof Condition.And and) {
      return Node.all(conditions(and.operands(), searches));
    }
    if (condition instanceof Condition.Or or) {
      return Node.some(1, conditions(or.operands(), searches));
    }
    if (condition instanceof Condition.Not not) {
      return new Node.Not(condition(not.operand(), searches));
    }
    if (condition instanceof Condition.Some some) {
      return Node.some(some.atLeast(), Node.each(some.searches(), name -> named(name, searches)));
    }
    return named(((Condition.Named) condition).search(), searches);
  }

  private List<Node> conditions(List<Condition> conditions, Map<String, Search> searches) {
    return Node.each(conditions, part -> condition(part, searches));
  }

  private Node named(String name, Map<String, Search> searches) {
    Search search = searches.get(name);
    if (search == null) {
      throw new IllegalArgumentException(
          "The condition names search '" + name + "', which the detection hasn't got");
    }
    return search(search);
  }

  Node search(Search search) {
    if (search instanceof Search.AllOf all) {
      return Node.all(Node.each(all.parts(), this::search));
    }
    if (search instanceof Search.AnyOf any) {
      return Node.some(1, Node.each(any.parts(), this::search));
    }
    return item((DetectionItem) search);
  }

  private Node item(DetectionItem item) {
    List<Node> values = Node.each(item.values(), value -> value(item.field(), value));
    Node found = item.all() ? Node.all(values) : Node.some(1, values);
    return item.negated() ? new Node.Not(found) : found;
  }

  Node value(String field, ItemValue value) {
    return Node.some(
        1, Node.each(value.tests(), test -> new Node.Leaf(predicates.number(field, test))));
  }
}
