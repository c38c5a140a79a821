package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.internal.ConditionParser;
import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.Yaml;
import io.eventsec.core.sigma.internal.YamlMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the conditions of one kind, and how they are joined, off a processing item. */
final class ConditionsParser<T> {
  private final String prefix;
  private final Map<String, Function<Parameters, Predicate<T>>> kinds;

  /**
   * For conditions of one kind.
   *
   * @param prefix how their keys begin: {@code rule}, {@code detection_item}, {@code field_name}
   * @param kinds the types there are, each with what reads its parameters
   */
  ConditionsParser(String prefix, Map<String, Function<Parameters, Predicate<T>>> kinds) {
    this.prefix = prefix;
    this.kinds = kinds;
  }

  /** The conditions; always true if there are none. */
  Predicate<T> parse(Parameters item) {
    String key = prefix + "_conditions";
    Map<String, Predicate<T>> checks = new LinkedHashMap<>();
    Optional<Node> node = item.node(key);
    if (node.isPresent() && node.get() instanceof SequenceNode list) {
      list.getValue()
          .forEach(check -> checks.put(Integer.toString(checks.size()), check(check, item)));
    } else {
      item.entries(key).forEach((name, check) -> checks.put(name, check(check, item)));
    }
    Condition joined = joined(item, List.copyOf(checks.keySet()));
    boolean negated = item.truth(prefix + "_cond_not");
    return new Conditions<>(checks, negated ? new Condition.Not(joined) : joined);
  }

  private Predicate<T> check(Node node, Parameters item) {
    if (!(node instanceof MappingNode mapping)) {
      item.problems()
          .add(
              node, "A condition is " + Yaml.kind(node) + ", not a map", "Write 'type: ...' first");
      return subject -> false;
    }
    Parameters parameters = new Parameters(YamlMap.of(mapping, item.problems()), item.problems());
    String type = parameters.text("type");
    Function<Parameters, Predicate<T>> kind = kinds.get(type);
    if (kind == null) {
      parameters.wrong(
          "type",
          "There is no condition " + Problems.shown(type) + " in '" + prefix + "_conditions'",
          "Use one of " + String.join(", ", new TreeSet<>(kinds.keySet())));
      return subject -> false;
    }
    Predicate<T> check = kind.apply(parameters);
    parameters.checkAllAsked("Condition '" + type + "'");
    return check;
  }

  private Condition joined(Parameters item, List<String> names) {
    String expressionKey = prefix + "_cond_expr";
    String operator = prefix + "_cond_op";
    Optional<String> expression = item.optionalText(expressionKey);
    if (expression.isPresent() && item.has(operator)) {
      item.wrong(
          operator,
          "'" + operator + "' and '" + expressionKey + "' exclude each other",
          "Keep one of them");
    }
    if (expression.isPresent()) {
      return expression(item, expressionKey, expression.get(), names);
    }
    List<Condition> operands = names.stream().<Condition>map(Condition.Named::new).toList();
    return item.choice(operator, List.of("and", "or")).equals("and")
        ? new Condition.And(operands)
        : new Condition.Or(operands);
  }

  private static Condition expression(
      Parameters item, String key, String text, List<String> names) {
    try {
      Condition condition = ConditionParser.parse(text, names);
      Set<String> asked = Conditions.names(condition).collect(Collectors.toSet());
      names.stream()
          .filter(name -> !asked.contains(name))
          .forEach(
              name ->
                  item.wrong(
                      key,
                      "'" + key + "' leaves out the condition " + Problems.shown(name),
                      "Name it there, or remove it"));
      return condition;
    } catch (ConditionParser.ConditionException e) {
      item.wrong(key, "'" + key + "' can't be read: " + e.problem(), e.cure());
      return new Condition.And(List.of());
    }
  }
}
