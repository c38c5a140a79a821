package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationCondition.Bound;
import io.eventsec.core.sigma.ast.CorrelationCondition.BoundRelation;
import io.eventsec.core.sigma.ast.CorrelationCondition.Reached;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the condition of a correlation: bounds of a number, or an expression over its rules. */
final class CorrelationConditionParser {
  static final CorrelationCondition NONE = new Reached(List.of(), List.of(), OptionalInt.empty());

  private static final String CONDITION = "condition";
  private static final String FIELD = "field";
  private static final String PERCENTILE = "percentile";
  private static final int MOST_PERCENT = 100;

  private final Problems problems;
  private final CorrelationType type;
  private final List<String> rules;

  CorrelationConditionParser(Problems problems, CorrelationType type, List<String> rules) {
    this.problems = problems;
    this.type = type;
    this.rules = rules;
  }

  /** Empty if it is wrong or, where one is needed, missing. */
  Optional<CorrelationCondition> parse(YamlMap correlation) {
    Optional<Node> node = correlation.get(CONDITION);
    if (node.isEmpty() && type.isTemporal()) {
      return Optional.of(allRules());
    }
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      return Optional.of(reached(YamlMap.of(mapping, problems)));
    }
    if (node.isPresent() && node.get() instanceof ScalarNode scalar && type.isTemporal()) {
      return expression(scalar);
    }
    problems.add(
        node.orElse(correlation.node()),
        node.isEmpty() ? "The correlation has no condition" : "The condition is not a map",
        type.isTemporal() ? "Write 'gte: 2' or an expression over the rules" : "Write 'gte: 10'");
    return Optional.empty();
  }

  /** What a temporal correlation asks for that has no condition: each of its rules. */
  private CorrelationCondition allRules() {
    return new Reached(
        List.of(new Bound(BoundRelation.GTE, rules.size())), List.of(), OptionalInt.empty());
  }

  private Optional<CorrelationCondition> expression(ScalarNode text) {
    try {
      return Optional.of(
          new CorrelationCondition.Expression(ConditionParser.parse(text.getValue(), rules)));
    } catch (ConditionParser.ConditionException e) {
      problems.add(Place.inside(text, e.offset()), e.problem(), e.cure());
      return Optional.empty();
    }
  }

  private CorrelationCondition reached(YamlMap condition) {
    List<Bound> bounds = new ArrayList<>();
    for (String key : condition.keys()) {
      if (!key.equals(FIELD) && !key.equals(PERCENTILE)) {
        bound(condition, key).ifPresent(bounds::add);
      }
    }
    if (bounds.isEmpty()) {
      problems.add(
          condition.node(), "The condition compares with nothing", "Add a line like 'gte: 10'");
    }
    return new Reached(bounds, fields(condition), percentile(condition));
  }

  private Optional<Bound> bound(YamlMap condition, String key) {
    Optional<BoundRelation> relation = BoundRelation.of(key);
    if (relation.isEmpty()) {
      problems.add(
          condition.keyNode(key),
          "A condition has no attribute " + Problems.shown(key),
          "Use gt, gte, lt, lte, eq or neq, and 'field' for the types that are about values");
      return Optional.empty();
    }
    if (number(condition, key) instanceof Number number) {
      return Optional.of(new Bound(relation.get(), number.doubleValue()));
    }
    problems.add(
        condition.get(key).orElse(condition.node()),
        "'" + key + "' is not a number",
        "Write a number without quotes");
    return Optional.empty();
  }

  private List<String> fields(YamlMap condition) {
    List<String> fields =
        condition.get(FIELD).map(node -> YamlTexts.of(FIELD, node, problems)).orElse(List.of());
    if (type.isOfValues() && fields.isEmpty()) {
      problems.add(
          condition.node(),
          "The condition of " + type.sigmaName() + " does not say whose values",
          "Add 'field: <name of the field>'");
    } else if (!type.isOfValues() && !fields.isEmpty()) {
      problems.add(
          condition.keyNode(FIELD),
          "'field' means nothing for " + type.sigmaName(),
          "Remove it, or count values with value_count");
    } else if (fields.size() > 1 && type != CorrelationType.VALUE_COUNT) {
      problems.add(
          condition.keyNode(FIELD),
          type.sigmaName() + " is about one field, not " + fields.size(),
          "Keep one of them");
    }
    return fields;
  }

  private OptionalInt percentile(YamlMap condition) {
    boolean wanted = type == CorrelationType.VALUE_PERCENTILE;
    Object value = number(condition, PERCENTILE);
    if (wanted && value instanceof Long percent && percent >= 1 && percent <= MOST_PERCENT) {
      return OptionalInt.of(percent.intValue());
    }
    if (wanted || condition.get(PERCENTILE).isPresent()) {
      problems.add(
          condition.keyNode(PERCENTILE),
          wanted
              ? "value_percentile needs 'percentile', a whole number from 1 to 100"
              : "'percentile' means nothing for " + type.sigmaName(),
          wanted ? "Write 'percentile: 95'" : "Remove it");
    }
    return OptionalInt.empty();
  }

  private static @Nullable Object number(YamlMap condition, String key) {
    Node node = condition.get(key).orElse(null);
    return node instanceof ScalarNode scalar ? Yaml.scalar(scalar) : null;
  }
}
