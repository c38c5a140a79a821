package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.time.Duration;
import java.util.List;
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
            new AliasParser(problems, rules).parse(correlation),
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
