package io.eventsec.core.sigma.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A map whose keys are text, in the order written. */
public final class YamlMap {
  private final MappingNode node;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

  private YamlMap(MappingNode node) {
    this.node = node;
  }

  /** The entries with usable keys; the others are problems. */
  public static YamlMap of(MappingNode node, Problems problems) {
    YamlMap map = new YamlMap(node);
    node.getValue().forEach(entry -> map.add(entry, problems));
    return map;
  }

  private void add(NodeTuple entry, Problems problems) {
    Node key = entry.getKeyNode();
    if (!(key instanceof ScalarNode scalar)) {
      problems.add(key, "A key is " + Yaml.kind(key), "Write a plain text key");
    } else if (scalar.getValue().equals("<<") && scalar.isPlain()) {
      problems.add(key, "Merge keys ('<<') are not part of Sigma", "Write the entries out");
    } else if (entries.putIfAbsent(scalar.getValue(), entry) != null) {
      problems.add(
          key,
          "Key " + Problems.shown(scalar.getValue()) + " is here twice, and only one would count",
          "Remove one, or put both values in a list");
    }
  }

  /** The map itself. */
  public Node node() {
    return node;
  }

  /** The keys in the order written. */
  public Iterable<String> keys() {
    return entries.keySet();
  }

  /** True if it has no entry. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The value under that key. */
  public Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  /** The key that is null, as written; empty if there is none. */
  public Optional<String> nullKey() {
    return entries.entrySet().stream()
        .filter(entry -> entry.getValue().getKeyNode().getTag().equals(Tag.NULL))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Where the key stands; the map itself if there is no such key. */
  public Node keyNode(String key) {
    NodeTuple entry = entries.get(key);
    return entry == null ? node : entry.getKeyNode();
  }
}
