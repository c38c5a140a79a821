package io.eventsec.core.sigma.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.RuleTuning;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one rule; a rule with any problem is not handed out. */
final class RuleParser {
  private final YamlMap map;
  private final Problems problems;

  RuleParser(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * Reads the rule.
   *
   * @param before how many problems there were before this document
   */
  Optional<SigmaRule> parse(RuleOrigin origin, int before) {
    SigmaMetadata metadata = new MetadataParser(map, problems).parse();
    new OwnAttribute(map, problems).checkOfRule();
    Logsource logsource = new LogsourceParser("rule", map, problems).parse();
    RuleTuning.of(metadata).faults().forEach(this::badTuning);
    Optional<SigmaDetection> detection = detection();
    RuleRef ref = new RuleIdentity(map, problems).ref(metadata.title(), origin);
    return problems.count() > before
        ? Optional.empty()
        : detection.map(found -> new SigmaRule(ref, metadata, logsource, found, origin, List.of()));
  }

  private void badTuning(String fault) {
    problems.add(
        map.keyNode(SigmaMetadata.OWN),
        "The rule " + fault,
        "Write 'eventsec: {suppress: {by: [user.name], for: 1h}}', or leave it out");
  }

  private Optional<SigmaDetection> detection() {
    Optional<Node> node = map.get("detection");
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      return new DetectionParser(problems, List.of()).parse(YamlMap.of(mapping, problems));
    }
    problems.add(
        node.orElse(map.node()),
        "The rule has no detection",
        "Add 'detection:' with at least one selection and a condition");
    return Optional.empty();
  }
}
