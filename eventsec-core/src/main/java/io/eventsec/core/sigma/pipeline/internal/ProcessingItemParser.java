package io.eventsec.core.sigma.pipeline.internal;

import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.Yaml;
import io.eventsec.core.sigma.internal.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads processing items: a transformation's type, its parameters and its conditions. */
final class ProcessingItemParser {
  private static final String NEST = "nest";

  private final Problems problems;

  ProcessingItemParser(Problems problems) {
    this.problems = problems;
  }

  /** The items in the list of that key; none if there is no such key. */
  List<ProcessingItem> list(Parameters parent, String key) {
    Optional<Node> node = parent.node(key);
    if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
      parent.wrong(
          key,
          "'" + key + "' is " + Yaml.kind(node.get()) + ", not a list",
          "Write '- type: ...' for each transformation");
    }
    List<ProcessingItem> items = new ArrayList<>();
    if (node.isPresent() && node.get() instanceof SequenceNode list) {
      list.getValue().forEach(item -> item(item).ifPresent(items::add));
    }
    return items;
  }

  private Optional<ProcessingItem> item(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          "A transformation is " + Yaml.kind(node) + ", not a map",
          "Write 'type: ...' and its parameters");
      return Optional.empty();
    }
    Parameters parameters = new Parameters(YamlMap.of(mapping, problems), problems);
    String type = parameters.text("type");
    Optional<Transformation> transformation = transformation(parameters, type);
    Predicate<RuleRun> rules =
        new ConditionsParser<>("rule", RuleConditions.KINDS).parse(parameters);
    Predicate<ItemInRun> items =
        new ConditionsParser<>("detection_item", ItemConditions.KINDS).parse(parameters);
    Predicate<FieldInRun> fields =
        new ConditionsParser<>("field_name", FieldConditions.KINDS).parse(parameters);
    String id = parameters.optionalText("id").orElse("");
    transformation.ifPresent(found -> check(parameters, type, found));
    return transformation.map(found -> new ProcessingItem(id, rules, items, fields, found));
  }

  private Optional<Transformation> transformation(Parameters parameters, String type) {
    if (type.equals(NEST)) {
      return Optional.of(nest(parameters));
    }
    Function<Parameters, Transformation> kind = Transformations.KINDS.get(type);
    if (kind == null && !type.isEmpty()) {
      Set<String> known = new TreeSet<>(Transformations.KINDS.keySet());
      known.add(NEST);
      String reason = Transformations.REFUSED.get(type);
      parameters.wrong(
          "type",
          "Transformation "
              + Problems.shown(type)
              + (reason == null ? " is not known" : " can't be done: " + reason),
          reason == null ? "Use one of " + String.join(", ", known) : "Leave it out");
    }
    return kind == null ? Optional.empty() : Optional.of(kind.apply(parameters));
  }

  private Transformation.OfRule nest(Parameters parameters) {
    List<ProcessingItem> items = list(parameters, "items");
    if (!parameters.has("items")) {
      parameters.wrong(
          "items", "Parameter 'items' is missing", "Add 'items:' with transformations");
    }
    return run -> {
      for (ProcessingItem item : items) {
        item.apply(run);
      }
    };
  }

  private static void check(Parameters parameters, String type, Transformation transformation) {
    parameters.checkAllAsked("Transformation '" + type + "'");
    for (String conditions : List.of("detection_item_conditions", "field_name_conditions")) {
      if (transformation instanceof Transformation.OfRule && parameters.has(conditions)) {
        parameters.wrong(
            conditions,
            "'" + conditions + "' means nothing to '" + type + "', which looks at the rule only",
            "Remove it, or write 'rule_conditions'");
      }
    }
  }
}
