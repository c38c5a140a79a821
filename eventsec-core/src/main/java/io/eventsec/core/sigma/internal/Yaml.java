package io.eventsec.core.sigma.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What YAML nodes mean, by the core schema of YAML 1.2. */
public final class Yaml {
  private static final int MAX_NODES = 50_000;
  private static final int MAX_DEPTH = 40;

  private Yaml() {}

  /** True if a walk over the document, aliases followed, ends within the limits. */
  public static boolean isBounded(Node root) {
    return left(root, MAX_NODES, 0) >= 0;
  }

  private static int left(Node node, int budget, int depth) {
    if (budget <= 0 || depth > MAX_DEPTH) {
      return -1;
    }
    int left = budget - 1;
    if (node instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        left = left < 0 ? left : left(item, left, depth + 1);
      }
    } else if (node instanceof MappingNode map) {
      for (NodeTuple entry : map.getValue()) {
        left = left < 0 ? left : left(entry.getKeyNode(), left, depth + 1);
        left = left < 0 ? left : left(entry.getValueNode(), left, depth + 1);
      }
    }
    return left;
  }

  /**
   * A scalar's value: null, {@link Boolean}, {@link Long}, {@link Double}, or the text; a number
   * too large for those stays text.
   */
  public static @Nullable Object scalar(ScalarNode node) {
    Tag tag = node.getTag();
    String text = node.getValue();
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (tag.equals(Tag.INT)) {
      return integer(text);
    }
    return tag.equals(Tag.FLOAT) ? decimal(text) : text;
  }

  private static Object integer(String text) {
    try {
      BigInteger value =
          text.startsWith("0x")
              ? new BigInteger(text.substring(2), 16)
              : text.startsWith("0o") ? new BigInteger(text.substring(2), 8) : new BigInteger(text);
      return value.bitLength() < Long.SIZE ? (Object) value.longValue() : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object decimal(String text) {
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value) ? (Object) value : text;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** A node as plain Java: maps, lists and scalars. For bounded documents only. */
  static @Nullable Object plain(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar(scalar);
    }
    if (node instanceof SequenceNode list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(plain(item)));
      return items;
    }
    Map<String, @Nullable Object> entries = new LinkedHashMap<>();
    for (NodeTuple entry : ((MappingNode) node).getValue()) {
      entries.put(String.valueOf(plain(entry.getKeyNode())), plain(entry.getValueNode()));
    }
    return entries;
  }

  /** What a node is, for messages. */
  public static String kind(Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> "a map";
      case SEQUENCE -> "a list";
      default -> node.getTag().equals(Tag.NULL) ? "nothing" : "a single value";
    };
  }
}
