package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.ast.Condition;
import io.eventsec.core.sigma.ast.DetectionItem;
import io.eventsec.core.sigma.ast.Search;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads search identifiers and conditions, as {@code detection} and {@code filter} have them. */
public final class DetectionParser {
  private static final String CONDITION = "condition";
  private static final String TIMEFRAME = "timeframe";

  private final Problems problems;
  private final Collection<String> attributes;
  private final ItemParser items;

  /**
   * Makes one.
   *
   * @param attributes keys that are no search identifiers, besides the condition
   */
  public DetectionParser(Problems problems, Collection<String> attributes) {
    this.problems = problems;
    this.attributes = attributes;
    this.items = new ItemParser(problems);
  }

  Optional<SigmaDetection> parse(YamlMap map) {
    int before = problems.count();
    Map<String, Search> searches = searches(map);
    List<Condition> conditions = conditions(map);
    return problems.count() > before
        ? Optional.empty()
        : Optional.of(new SigmaDetection(searches, conditions));
  }

  private Map<String, Search> searches(YamlMap map) {
    if (map.get(TIMEFRAME).isPresent()) {
      problems.add(
          map.keyNode(TIMEFRAME),
          "'timeframe' belongs to the aggregations that Sigma has given up",
          "Write a correlation rule of type event_count with a 'timespan'");
    }
    Map<String, Search> searches = new LinkedHashMap<>();
    for (String name : names(map)) {
      map.get(name).flatMap(this::search).ifPresent(search -> searches.put(name, search));
    }
    if (names(map).isEmpty()) {
      problems.add(
          map.node(),
          "The detection has no selection",
          "Add one, as in 'selection: {Field: value}'");
    }
    return searches;
  }

  /** The search identifiers, those included that are wrong: a condition may name them. */
  private List<String> names(YamlMap map) {
    List<String> names = new ArrayList<>();
    for (String key : map.keys()) {
      if (!key.equals(CONDITION) && !key.equals(TIMEFRAME) && !attributes.contains(key)) {
        names.add(key);
      }
    }
    return names;
  }

  /** What a search identifier may hold: a map, a list or keywords. */
  public Optional<Search> search(Node node) {
    if (node instanceof MappingNode mapping) {
      return map(mapping);
    }
    if (node instanceof SequenceNode list) {
      return list(list);
    }
    return items.keywords(List.of(node)).map(item -> item);
  }

  private Optional<Search> map(MappingNode mapping) {
    YamlMap map = YamlMap.of(mapping, problems);
    List<Search> parts = new ArrayList<>();
    for (String key : map.keys()) {
      Optional<DetectionItem> item =
          map.get(key).flatMap(value -> items.field(map.keyNode(key), value));
      item.ifPresent(parts::add);
    }
    if (map.isEmpty()) {
      problems.add(mapping, "This selection is empty", "Name a field and a value");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Search.AllOf(parts));
  }

  private Optional<Search> list(SequenceNode list) {
    if (list.getValue().isEmpty()) {
      problems.add(list, "This list is empty", "Put selections or keywords into it");
      return Optional.empty();
    }
    if (list.getValue().stream().allMatch(ScalarNode.class::isInstance)) {
      return items.keywords(list.getValue()).map(item -> item);
    }
    List<Search> parts = new ArrayList<>();
    list.getValue().forEach(part -> search(part).ifPresent(parts::add));
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Search.AnyOf(parts));
  }

  private List<Condition> conditions(YamlMap map) {
    List<String> names = names(map);
    Optional<Node> node = map.get(CONDITION);
    List<Node> texts = node.map(DetectionParser::each).orElse(List.of());
    if (texts.isEmpty()) {
      problems.add(
          node.orElse(map.node()),
          "The detection has no condition",
          "Add 'condition: selection', in line with its selections");
    }
    List<Condition> conditions = new ArrayList<>();
    for (Node text : texts) {
      condition(text, names).ifPresent(conditions::add);
    }
    return conditions;
  }

  private static List<Node> each(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }

  private Optional<Condition> condition(Node node, List<String> names) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.add(
          node,
          "The condition is " + Yaml.kind(node),
          "Write it as text: 'selection and not filter'");
      return Optional.empty();
    }
    try {
      return Optional.of(ConditionParser.parse(scalar.getValue(), names));
    } catch (ConditionParser.ConditionException e) {
      problems.add(Place.inside(scalar, e.offset()), e.problem(), e.cure());
      return Optional.empty();
    }
  }
}
