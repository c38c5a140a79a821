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
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one correlation; one with any problem is not handed out. */
final class CorrelationParser {
  private static final Set<String> ATTRIBUTES =
      Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

  private static final Attribute TYPE =
      new Attribute(
          "type", "Correlation type %s does not exist", "Write one of " + CorrelationType.known());

  private static final Attribute TIMESPAN =
      new Attribute(
          "timespan",
          "Timespan %s is none",
          "Write a number above zero and s, m, h, d, w, M or y, as in 15m");

  /** An attribute that must be there, what to say of a wrong one, and the cure. */
  private record Attribute(String key, String wrong, String cure) {}

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
    new OwnAttribute(map, problems).checkRisk();
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
    Optional<CorrelationType> type = needed(correlation, TYPE, CorrelationType::of);
    List<String> rules = rules(correlation, type);
    Optional<Duration> timespan = needed(correlation, TIMESPAN, Timespan::parse);
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

  /** An attribute that must be there and be something that the reader knows. */
  private <T> Optional<T> needed(
      YamlMap correlation, Attribute attribute, Function<String, Optional<T>> reader) {
    Optional<String> text = text(correlation, attribute.key);
    Optional<T> value = text.flatMap(reader);
    if (value.isEmpty()) {
      problems.add(
          correlation.get(attribute.key).orElse(correlation.node()),
          text.map(found -> attribute.wrong.formatted(Problems.shown(found)))
              .orElse("The correlation has no " + attribute.key),
          attribute.cure);
    }
    return value;
  }

  private List<String> rules(YamlMap correlation, Optional<CorrelationType> type) {
    if (correlation.get("rules").isEmpty()
        && type.map(CorrelationType::isTemporal).orElse(Boolean.FALSE)
        && correlation.get("condition").orElse(null) instanceof ScalarNode expression) {
      return named(expression);
    }
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

  /** The rules of an expression that stands alone, in the order in which it names them first. */
  private List<String> named(ScalarNode expression) {
    List<String> rules = ConditionLexer.names(expression.getValue());
    if (rules.isEmpty()) {
      problems.add(
          expression,
          "The condition names no rule, and there is no list 'rules'",
          "Write ids or names of rules, as in 'failed and not refused'");
    }
    return rules;
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
