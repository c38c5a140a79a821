package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one correlation; one with any problem is not handed out. */
final class CorrelationParser {
  private static final Set<String> ATTRIBUTES =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

  private final YamlMap map;
  private final Problems problems;

  CorrelationParser(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * Reads the correlation.
   *
   * @param before how many problems there were before this document
   */
  Optional<SigmaCorrelation> parse(RuleOrigin origin, int before) {
    SigmaMetadata metadata = new MetadataParser(map, problems).parse();
    Optional<Node> node = map.get("correlation");
    if (node.isEmpty() || !(node.get() instanceof MappingNode mapping)) {
      problems.add(
          map.keyNode("correlation"),
          "The correlation is not a map",
          "Write 'type:', 'rules:', 'timespan:' and 'condition:' below 'correlation:'");
      return Optional.empty();
    }
    YamlMap correlation = YamlMap.of(mapping, problems);
    checkAttributes(correlation);
    Optional<CorrelationType> type = type(correlation);
    List<String> rules = rules(correlation);
    Optional<Duration> timespan = timespan(correlation);
    Optional<CorrelationCondition> condition =
        type.flatMap(
            found -> new CorrelationConditionParser(problems, found, rules).parse(correlation));
    SigmaCorrelation read =
        new SigmaCorrelation(
            new RuleIdentity(map, problems).ref(metadata.title(), origin),
            metadata,
            type.orElse(CorrelationType.EVENT_COUNT),
            rules,
            texts(correlation, "group-by"),
            timespan.orElse(Duration.ofSeconds(1)),
            condition.orElse(CorrelationConditionParser.NONE),
            aliases(correlation, rules),
            generate(correlation),
            origin);
    return problems.count() > before ? Optional.empty() : Optional.of(read);
  }

  private void checkAttributes(YamlMap correlation) {
    for (String key : correlation.keys()) {
      if (!ATTRIBUTES.contains(key)) {
        problems.add(
            correlation.keyNode(key),
            "A correlation has no attribute " + Problems.shown(key),
            "Use type, rules, group-by, timespan, condition, aliases or generate");
      }
    }
  }

  private Optional<CorrelationType> type(YamlMap correlation) {
    Optional<String> name = text(correlation, "type");
    Optional<CorrelationType> type = name.flatMap(CorrelationType::of);
    if (type.isEmpty()) {
      problems.add(
          correlation.get("type").orElse(correlation.node()),
          name.map(text -> "Correlation type " + Problems.shown(text) + " does not exist")
              .orElse("The correlation has no type"),
          "Write one of " + CorrelationType.known());
    }
    return type;
  }

  private List<String> rules(YamlMap correlation) {
    List<String> rules = texts(correlation, "rules");
    if (rules.isEmpty()) {
      problems.add(
          correlation.keyNode("rules"),
          "The correlation refers to no rule",
          "Write a list of ids or names below 'rules:'");
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.indexOf(rules.get(i)) < i) {
        problems.add(
            correlation.keyNode("rules"),
            "Rule " + Problems.shown(rules.get(i)) + " is referred to twice",
            "Remove one of the two");
      }
    }
    return rules;
  }

  private Optional<Duration> timespan(YamlMap correlation) {
    Optional<String> text = text(correlation, "timespan");
    Optional<Duration> timespan = text.flatMap(Timespan::parse);
    if (timespan.isEmpty()) {
      problems.add(
          correlation.get("timespan").orElse(correlation.node()),
          text.map(found -> "Timespan " + Problems.shown(found) + " is none")
              .orElse("The correlation has no timespan"),
          "Write a number above zero and s, m, h, d, w, M or y, as in 15m");
    }
    return timespan;
  }

  private Map<String, Map<String, String>> aliases(YamlMap correlation, List<String> rules) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Optional<Node> node = correlation.get("aliases");
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      YamlMap map = YamlMap.of(mapping, problems);
      map.keys().forEach(name -> aliases.put(name, alias(map, name, rules)));
    } else if (node.isPresent()) {
      problems.add(
          node.get(),
          "The aliases are " + Yaml.kind(node.get()),
          "Write each alias with a map of rules and their fields");
    }
    return aliases;
  }

  private Map<String, String> alias(YamlMap aliases, String name, List<String> rules) {
    Map<String, String> fields = new LinkedHashMap<>();
    Node node = aliases.get(name).orElseThrow();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          "Alias " + Problems.shown(name) + " is " + Yaml.kind(node),
          "Write '<rule>: <field>' for each rule below it");
      return fields;
    }
    YamlMap map = YamlMap.of(mapping, problems);
    for (String rule : map.keys()) {
      map.get(rule)
          .flatMap(field -> YamlTexts.one(rule, field, problems))
          .ifPresent(field -> fields.put(rule, field));
    }
    checkCovered(aliases.keyNode(name), name, fields, rules);
    return fields;
  }

  private void checkCovered(
      Node where, String alias, Map<String, String> fields, List<String> rules) {
    for (String rule : rules) {
      if (!fields.containsKey(rule)) {
        problems.add(
            where,
            "Alias " + Problems.shown(alias) + " names no field of rule " + Problems.shown(rule),
            "Add '" + rule + ": <field>' below it");
      }
    }
    for (String rule : fields.keySet()) {
      if (!rules.contains(rule)) {
        problems.add(
            where,
            "Alias "
                + Problems.shown(alias)
                + " names rule "
                + Problems.shown(rule)
                + ", which the correlation does not refer to",
            "Refer to it in 'rules:' by the same id or name, or remove it here");
      }
    }
  }

  private boolean generate(YamlMap correlation) {
    Optional<Node> node = correlation.get("generate");
    Object value =
        node.isPresent() && node.get() instanceof ScalarNode scalar
            ? Yaml.scalar(scalar)
            : Boolean.FALSE;
    if (value instanceof Boolean generate) {
      return generate;
    }
    problems.add(
        correlation.keyNode("generate"), "'generate' is neither true nor false", "Write one");
    return false;
  }

  private Optional<String> text(YamlMap correlation, String key) {
    return correlation.get(key).flatMap(node -> YamlTexts.one(key, node, problems));
  }

  private List<String> texts(YamlMap correlation, String key) {
    return correlation.get(key).map(node -> YamlTexts.of(key, node, problems)).orElse(List.of());
  }
}
