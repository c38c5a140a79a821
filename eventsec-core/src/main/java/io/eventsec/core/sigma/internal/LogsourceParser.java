package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.Logsource;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code logsource}. */
final class LogsourceParser {
  private static final Logsource NONE =
      new Logsource(Optional.empty(), Optional.empty(), Optional.empty());

  private final String what;
  private final YamlMap rule;
  private final Problems problems;

  /** For a document that messages call {@code what}. */
  LogsourceParser(String what, YamlMap rule, Problems problems) {
    this.what = what;
    this.rule = rule;
    this.problems = problems;
  }

  Logsource parse() {
    Optional<Node> node = rule.get("logsource");
    if (node.isEmpty() || !(node.get() instanceof MappingNode mapping)) {
      problems.add(
          node.orElse(rule.node()),
          "The " + what + " has no logsource, without which Sigma allows none",
          "Say which logs it is about, as in 'logsource: {product: zeek, service: dns}'");
      return NONE;
    }
    YamlMap map = YamlMap.of(mapping, problems);
    Logsource logsource =
        new Logsource(text(map, "product"), text(map, "category"), text(map, "service"));
    if (logsource.equals(NONE)) {
      problems.add(
          mapping,
          "The logsource names neither product, category nor service",
          "Name at least one of them");
    }
    return logsource;
  }

  private Optional<String> text(YamlMap map, String key) {
    Optional<Node> node = map.get(key).filter(value -> !value.getTag().equals(Tag.NULL));
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (node.get() instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return Optional.of(scalar.getValue().strip().toLowerCase(Locale.ROOT));
    }
    problems.add(
        node.get(),
        "The logsource's " + key + " is not a name",
        "Write one name after '" + key + ":'");
    return Optional.empty();
  }
}
