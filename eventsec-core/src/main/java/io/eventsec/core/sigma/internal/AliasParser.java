package io.eventsec.core.sigma.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code aliases}: one name for fields that the rules of a correlation name differently. */
final class AliasParser {
  private final Problems problems;
  private final List<String> rules;

  /**
   * Makes one.
   *
   * @param rules that the correlation refers to; each alias must name a field of each
   */
  AliasParser(Problems problems, List<String> rules) {
    this.problems = problems;
    this.rules = rules;
  }

  /** By alias: by rule, the field that is meant. */
  Map<String, Map<String, String>> parse(YamlMap correlation) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    Optional<Node> node = correlation.get("aliases");
    if (node.isPresent() && node.get() instanceof MappingNode mapping) {
      YamlMap map = YamlMap.of(mapping, problems);
      map.keys().forEach(name -> aliases.put(name, alias(map, name)));
    } else if (node.isPresent()) {
      problems.add(
          node.get(),
          "The aliases are " + Yaml.kind(node.get()),
          "Write each alias with a map of rules and their fields");
    }
    return aliases;
  }

  private Map<String, String> alias(YamlMap aliases, String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    Node node = aliases.get(name).orElseThrow();
    if (!(node instanceof MappingNode mapping)) {
      problems.add(
          node,
          "Alias " + Problems.shown(name) + " is " + Yaml.kind(node),
          "Write '<rule>: <field>' for each rule below it");
      return fields;
    }
    YamlMap map = YamlMap.of(mapping, problems);
    for (String rule : map.keys()) {
      map.get(rule)
          .flatMap(field -> YamlTexts.one(rule, field, problems))
          .ifPresent(field -> fields.put(rule, field));
    }
    checkCovered(aliases.keyNode(name), name, fields.keySet());
    return fields;
  }

  private void checkCovered(Node where, String alias, Set<String> covered) {
    for (String rule : rules) {
      if (!covered.contains(rule)) {
        problems.add(
            where,
            "Alias " + Problems.shown(alias) + " names no field of rule " + Problems.shown(rule),
            "Add '" + rule + ": <field>' below it");
      }
    }
    for (String rule : covered) {
      if (!rules.contains(rule)) {
        problems.add(
            where,
            "Alias "
                + Problems.shown(alias)
                + " names rule "
                + Problems.shown(rule)
                + ", which the correlation does not refer to",
            "Refer to it in 'rules:' by the same id or name, or remove it here");
      }
    }
  }
}
