package io.eventsec.core.sigma.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What the documents of one text hand on to each other by {@code action}, as rules of Sigma's first
 * version have it: {@code global} says what all that follow begin with, {@code reset} ends that,
 * and {@code repeat} is the rule before with other parts. What a document says itself counts. Not
 * thread-safe.
 */
final class RuleCollection {
  private static final String ACTION = "action";

  /** A short document may inherit a long one, and a text may have many short ones. */
  private static final int MOST_INHERITED = 4 * 1024 * 1024;

  private final Problems problems;
  private @Nullable Part global;
  private @Nullable Part previous;
  private int inherited;

  RuleCollection(Problems problems) {
    this.problems = problems;
  }

  /** A document with its text. */
  record Part(MappingNode node, String text) {}

  /** The document with what it inherits; empty if it is no rule, or wrong. */
  Optional<Part> complete(Part part) {
    ScalarNode action = action(part.node);
    if (action == null) {
      return inherits(part, global);
    }
    switch (action.getValue()) {
      case "global" -> {
        global = new Part(without(part.node), part.text);
        previous = null;
      }
      case "reset" -> reset(part.node);
      default -> {
        return repeat(part, action);
      }
    }
    return Optional.empty();
  }

  private static @Nullable ScalarNode action(MappingNode node) {
    for (NodeTuple entry : node.getValue()) {
      if (key(entry).equals(ACTION)
          && entry.getValueNode() instanceof ScalarNode value
          && List.of("global", "reset", "repeat").contains(value.getValue())) {
        return value;
      }
    }
    return null;
  }

  private void reset(MappingNode node) {
    global = null;
    previous = null;
    if (node.getValue().size() > 1) {
      problems.add(
          node,
          "A document with 'action: reset' has more than that, which would not count",
          "Put the rest into a document of its own, after '---'");
    }
  }

  private Optional<Part> repeat(Part part, ScalarNode action) {
    Part before = previous == null ? global : renamed(previous, "sigma-repeat:");
    if (before == null) {
      problems.add(
          action,
          "There is no rule before this one that 'action: repeat' could repeat",
          "Write the rule out, without 'action'");
      return Optional.empty();
    }
    return inherits(new Part(without(part.node), part.text), before);
  }

  private Optional<Part> inherits(Part part, @Nullable Part from) {
    if (from == null) {
      previous = part;
      return Optional.of(part);
    }
    inherited += from.text.length();
    if (inherited > MOST_INHERITED) {
      problems.add(
          part.node,
          "The documents of this text inherit more than " + MOST_INHERITED + " characters",
          "Split it into several files");
      return Optional.empty();
    }
    Part whole = new Part(merged(from.node, part.node), from.text + "\n---\n" + part.text);
    global = global == null ? null : renamed(global, "sigma-next:");
    previous = whole;
    return Optional.of(whole);
  }

  /** Where both have a map below a key, the same again for these; else the second one's value. */
  private static MappingNode merged(MappingNode base, MappingNode own) {
    Map<String, NodeTuple> entries = new LinkedHashMap<>();
    base.getValue().forEach(entry -> entries.put(key(entry), entry));
    List<NodeTuple> unmerged = new ArrayList<>();
    for (NodeTuple entry : own.getValue()) {
      NodeTuple earlier = entries.remove(key(entry));
      unmerged.add(earlier == null ? entry : merged(earlier, entry));
    }
    List<NodeTuple> all = new ArrayList<>(entries.values());
    all.addAll(unmerged);
    return with(own, all);
  }

  private static NodeTuple merged(NodeTuple base, NodeTuple own) {
    return base.getValueNode() instanceof MappingNode earlier
            && own.getValueNode() instanceof MappingNode later
        ? new NodeTuple(own.getKeyNode(), merged(earlier, later))
        : own;
  }

  private static MappingNode without(MappingNode node) {
    return with(
        node, node.getValue().stream().filter(entry -> !key(entry).equals(ACTION)).toList());
  }

  /** What is left for another rule to inherit: an id made of this one's, and no name. */
  private static Part renamed(Part part, String purpose) {
    List<NodeTuple> entries = new ArrayList<>();
    String known = "";
    for (NodeTuple entry : part.node.getValue()) {
      boolean said = entry.getValueNode() instanceof ScalarNode;
      if (said && (key(entry).equals("id") || (known.isEmpty() && key(entry).equals("title")))) {
        known = ((ScalarNode) entry.getValueNode()).getValue();
      }
      if (!key(entry).equals("id") && !key(entry).equals("name")) {
        entries.add(entry);
      }
    }
    if (!known.isEmpty()) {
      entries.add(new NodeTuple(text("id"), text(idOf(purpose + known))));
    }
    return new Part(with(part.node, entries), part.text);
  }

  private static String idOf(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static ScalarNode text(String value) {
    return new ScalarNode(Tag.STR, value, ScalarStyle.PLAIN);
  }

  private static MappingNode with(MappingNode like, List<NodeTuple> entries) {
    return new MappingNode(
        like.getTag(), true, entries, like.getFlowStyle(), like.getStartMark(), like.getEndMark());
  }

  private static String key(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
  }
}
