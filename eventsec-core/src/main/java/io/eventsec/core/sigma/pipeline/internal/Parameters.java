package io.eventsec.core.sigma.pipeline.internal;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.eventsec.core.sigma.ast.Scalar;
import io.eventsec.core.sigma.internal.LinearRegex;
import io.eventsec.core.sigma.internal.Problems;
import io.eventsec.core.sigma.internal.Yaml;
import io.eventsec.core.sigma.internal.YamlMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The keys of a map in a pipeline, asked for one by one. What is missing or of the wrong kind
 * becomes a problem, and the answer is a stand-in: a pipeline with problems is never handed out.
 */
final class Parameters {
  private final YamlMap map;
  private final Problems problems;
  private final Set<String> asked = new HashSet<>();

  Parameters(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** The value, without a problem if it isn't there. */
  Optional<Node> node(String key) {
    asked.add(key);
    return map.get(key);
  }

  boolean has(String key) {
    return node(key).isPresent();
  }

  /** Text that must be there and not be empty. */
  String text(String key) {
    String text = maybeEmptyText(key);
    if (text.isEmpty() && has(key)) {
      wrong(key, "Parameter '" + key + "' is empty", "Write something after '" + key + ":'");
    }
    return text;
  }

  /** Text that must be there. */
  String maybeEmptyText(String key) {
    return required(key, "text").flatMap(found -> text(key, found)).orElse("");
  }

  Optional<String> optionalText(String key) {
    return node(key).flatMap(found -> text(key, found));
  }

  /** One of several words; the first of them if it isn't there. */
  String choice(String key, List<String> words) {
    String text = optionalText(key).orElse(words.get(0));
    if (!words.contains(text)) {
      wrong(
          key,
          "Parameter '" + key + "' is " + Problems.shown(text),
          "Write one of " + String.join(", ", words));
    }
    return text;
  }

  /** True or false; false if it isn't there. */
  boolean truth(String key) {
    Optional<Node> node = node(key);
    if (node.isPresent() && !node.get().getTag().equals(Tag.BOOL)) {
      wrong(key, "Parameter '" + key + "' is neither true nor false", "Write one of the two");
    }
    return node.isPresent()
        && node.get() instanceof ScalarNode scalar
        && Boolean.parseBoolean(scalar.getValue());
  }

  /** A whole number; 0 if it isn't there. */
  int number(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return 0;
    }
    if (node.get() instanceof ScalarNode scalar
        && Yaml.scalar(scalar) instanceof Long number
        && number == number.intValue()) {
      return number.intValue();
    }
    wrong(key, "Parameter '" + key + "' is no whole number", "Write one, as in '" + key + ": 10'");
    return 0;
  }

  /** Any single value, null included, that must be there. */
  Scalar scalar(String key) {
    return required(key, "a value").map(found -> scalar(key, found)).orElse(new Scalar(null));
  }

  /** A list of texts, or one text; nothing if it isn't there. */
  List<String> texts(String key) {
    return node(key).map(found -> texts(key, found)).orElse(List.of());
  }

  /** A list of texts that must be there. */
  List<String> neededTexts(String key) {
    List<String> texts = required(key, "a list").map(found -> texts(key, found)).orElse(List.of());
    if (texts.isEmpty() && has(key)) {
      wrong(key, "Parameter '" + key + "' is an empty list", "Put something into it");
    }
    return texts;
  }

  /** A map that must be there, from texts to a text or a list of texts. */
  Map<String, List<String>> mapping(String key) {
    required(key, "a map");
    Map<String, List<String>> mapping = new LinkedHashMap<>();
    entries(key)
        .forEach(
            (from, to) -> {
              List<String> texts = texts(key, to);
              if (texts.isEmpty()) {
                problems.add(
                    to,
                    Problems.shown(from) + " is mapped to nothing",
                    "Name what it is mapped to");
              }
              mapping.put(from, texts);
            });
    return mapping;
  }

  /**
   * What null is mapped to in a map that was asked for as {@link #mapping}; nothing if it isn't.
   */
  List<String> mappingOfNull(String key) {
    return node(key)
        .filter(MappingNode.class::isInstance)
        .map(node -> YamlMap.of((MappingNode) node, new Problems("")))
        .flatMap(map -> map.nullKey().flatMap(map::get))
        .map(to -> texts(key, to))
        .orElse(List.of());
  }

  /** A map from texts to a value or a list of values; nothing if it isn't there. */
  Map<String, List<Scalar>> scalars(String key) {
    Map<String, List<Scalar>> values = new LinkedHashMap<>();
    entries(key)
        .forEach(
            (name, node) ->
                values.put(name, each(node).stream().map(one -> scalar(key, one)).toList()));
    return values;
  }

  /** The entries of a map; nothing if it isn't there or is none. */
  Map<String, Node> entries(String key) {
    Map<String, Node> entries = new LinkedHashMap<>();
    Optional<Node> node = node(key);
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      YamlMap values = YamlMap.of(mapping, problems);
      values.keys().forEach(name -> values.get(name).ifPresent(one -> entries.put(name, one)));
      return entries;
    }
    node.ifPresent(
        found ->
            wrong(
                key,
                "Parameter '" + key + "' is " + Yaml.kind(found) + ", not a map",
                "Write 'name: value' lines below '" + key + ":'"));
    return entries;
  }

  /** A regular expression that must be there. */
  Pattern regex(String key) {
    return regex(key, text(key));
  }

  /** A regular expression that stands somewhere in that parameter. */
  Pattern regex(String key, String text) {
    try {
      return LinearRegex.compile(text, 0);
    } catch (PatternSyntaxException e) {
      wrong(
          key,
          "The regular expression "
              + Problems.shown(text)
              + " can't run in linear time or is wrong: "
              + e.getDescription(),
          "Write it without look-around, back-references, atomic groups and possessive quantifiers");
      return Pattern.compile("");
    }
  }

  /** Reports that the parameter, or the whole if it isn't there, is wrong. */
  void wrong(String key, String message, String cure) {
    problems.add(map.get(key).orElse(map.node()), message, cure);
  }

  /** Reports the keys that nobody asked for: what they say would be silently ignored. */
  void checkAllAsked(String owner) {
    for (String key : map.keys()) {
      if (!asked.contains(key)) {
        problems.add(
            map.keyNode(key),
            owner + " has no parameter " + Problems.shown(key),
            "Remove it, or write one of " + String.join(", ", asked.stream().sorted().toList()));
      }
    }
  }

  /**
   * The value, which must be there.
   *
   * @param what it is, for the cure
   */
  Optional<Node> required(String key, String what) {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      wrong(key, "Parameter '" + key + "' is missing", "Add '" + key + ":' with " + what);
    }
    return node;
  }

  private Scalar scalar(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      return new Scalar(Yaml.scalar(scalar));
    }
    problems.add(
        node, "A value of '" + key + "' is " + Yaml.kind(node), "Write text, a number or null");
    return new Scalar(null);
  }

  private Optional<String> text(String key, Node node) {
    if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
      return Optional.of(scalar.getValue());
    }
    problems.add(node, "A value of '" + key + "' is " + Yaml.kind(node), "Write text");
    return Optional.empty();
  }

  private List<String> texts(String key, Node node) {
    return each(node).stream().flatMap(item -> text(key, item).stream()).toList();
  }

  private static List<Node> each(Node node) {
    return node instanceof SequenceNode list ? list.getValue() : List.of(node);
  }
}
