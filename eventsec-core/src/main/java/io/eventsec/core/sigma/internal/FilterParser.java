package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaFilter;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one filter; a filter with any problem is not handed out. */
final class FilterParser {
  private static final String RULES = "rules";

  private final YamlMap map;
  private final Problems problems;

  FilterParser(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * Reads the filter.
   *
   * @param before how many problems there were before this document
   */
  Optional<SigmaFilter> parse(RuleOrigin origin, int before) {
    SigmaMetadata metadata = new MetadataParser(map, problems).parse();
    Logsource logsource = new LogsourceParser("filter", map, problems).parse();
    Optional<Node> node = map.get("filter");
    if (node.isEmpty() || !(node.get() instanceof MappingNode mapping)) {
      problems.add(
          map.keyNode("filter"),
          "The filter is not a map",
          "Write 'rules:', a selection and a condition below 'filter:'");
      return Optional.empty();
    }
    YamlMap filter = YamlMap.of(mapping, problems);
    List<String> rules = rules(filter);
    Optional<SigmaDetection> detection =
        new DetectionParser(problems, List.of(RULES)).parse(filter);
    return problems.count() > before
        ? Optional.empty()
        : detection.map(
            found ->
                new SigmaFilter(
                    new RuleIdentity(map, problems).ref(metadata.title(), origin),
                    metadata,
                    logsource,
                    rules,
                    found,
                    origin));
  }

  private List<String> rules(YamlMap filter) {
    Optional<Node> node = filter.get(RULES);
    if (node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && scalar.getValue().equals("any")) {
      return List.of();
    }
    List<String> rules = node.map(found -> YamlTexts.of(RULES, found, problems)).orElse(List.of());
    if (rules.isEmpty()) {
      problems.add(
          filter.keyNode(RULES),
          "The filter does not say which rules it is about",
          "Write a list of ids or names below 'rules:', or 'rules: any'");
    }
    return rules;
  }
}
