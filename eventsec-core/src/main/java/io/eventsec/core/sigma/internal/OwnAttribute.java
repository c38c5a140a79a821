package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.RuleTuning;
import io.eventsec.core.sigma.SigmaMetadata;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Checks what a rule says below the attribute {@code eventsec}, which the specification leaves to
 * whoever runs it. What only correlations may say is checked where they are compiled.
 */
final class OwnAttribute {
  private static final String RISK = "risk";

  /** What a plain rule may say. */
  private static final Set<String> OF_RULES = new TreeSet<>(Set.of(RISK, RuleTuning.SUPPRESS));

  private final Optional<Node> node;
  private final Optional<YamlMap> own;
  private final Problems problems;

  OwnAttribute(YamlMap map, Problems problems) {
    this.node = map.get(SigmaMetadata.OWN).filter(found -> !found.getTag().equals(Tag.NULL));
    this.own =
        node.filter(MappingNode.class::isInstance)
            .map(found -> YamlMap.of((MappingNode) found, problems));
    this.problems = problems;
  }

  /** Checks all that a plain rule says. */
  void checkOfRule() {
    if (node.isPresent() && own.isEmpty()) {
      problems.add(
          node.get(),
          "Attribute '" + SigmaMetadata.OWN + "' is " + Yaml.kind(node.get()) + ", not a map",
          "Write 'risk: 30' below it");
    }
    own.ifPresent(this::checkKeys);
    checkRisk();
  }

  private void checkKeys(YamlMap said) {
    for (String key : said.keys()) {
      if (!OF_RULES.contains(key)) {
        problems.add(
            said.keyNode(key),
            "A rule has no " + Problems.shown(key) + " below '" + SigmaMetadata.OWN + "'",
            "Use " + String.join(", ", OF_RULES));
      }
    }
  }

  /** Checks what rules and correlations may both say. */
  void checkRisk() {
    own.flatMap(said -> said.get(RISK)).ifPresent(this::checkRisk);
  }

  private void checkRisk(Node risk) {
    Object value = risk instanceof ScalarNode scalar ? Yaml.scalar(scalar) : null;
    if (!(value instanceof Long points) || points < 0 || points > SigmaMetadata.MOST_RISK) {
      String shown =
          risk instanceof ScalarNode scalar ? Problems.shown(scalar.getValue()) : Yaml.kind(risk);
      problems.add(
          risk,
          "The risk " + shown + " is no whole number from 0 to " + SigmaMetadata.MOST_RISK,
          "Write how many points an alert of the rule counts, as in 'risk: 30'");
    }
  }
}
