package io.eventsec.core.sigma.internal;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads attributes that are plain text, or lists of it. */
final class YamlTexts {
  private YamlTexts() {}

  /** The text of one value, without blanks around it; anything else is a problem. */
  static Optional<String> one(String key, Node node, Problems problems) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue().strip());
    }
    problems.add(
        node, "Attribute '" + key + "' is " + Yaml.kind(node) + ", not text", "Write plain text");
    return Optional.empty();
  }

  /** The texts of a list, or of one value that stands for a list of one. */
  static List<String> of(String key, Node node, Problems problems) {
    List<Node> items = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    return items.stream().flatMap(item -> one(key, item, problems).stream()).toList();
  }
}
