package io.eventsec.core.sigma.internal;

import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.RelatedRule;
import io.eventsec.core.sigma.SigmaMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads everything about a rule but its logsource and detection. */
final class MetadataParser {
  private static final int MAX_TITLE = 256;
  private static final Set<String> TEXTS =
      Set.of("name", "taxonomy", "status", "description", "license", "author", "date", "modified");
  private static final Set<String> LISTS =
      Set.of("tags", "references", "falsepositives", "fields", "scope");
  private static final Set<String> ELSEWHERE =
      Set.of("title", "id", "level", "related", "logsource", "detection", "correlation", "filter");

  /** What makes a document something else than a rule; with a text behind it, it is a remark. */
  private static final Set<String> KINDS = Set.of("correlation", "filter");

  private static final Set<String> STATUSES =
      Set.of("stable", "test", "experimental", "deprecated", "unsupported");

  private final YamlMap map;
  private final Problems problems;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final Map<String, Object> custom = new LinkedHashMap<>();

  MetadataParser(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  SigmaMetadata parse() {
    map.keys().forEach(key -> map.get(key).ifPresent(node -> attribute(key, node)));
    checkStatus();
    return new SigmaMetadata(title(), level(), texts, lists, related(), custom);
  }

  private void attribute(String key, Node node) {
    boolean remark = KINDS.contains(key) && node instanceof ScalarNode;
    if ((ELSEWHERE.contains(key) && !remark) || node.getTag().equals(Tag.NULL)) {
      return;
    }
    if (TEXTS.contains(key)) {
      YamlTexts.one(key, node, problems).ifPresent(value -> texts.put(key, value));
    } else if (LISTS.contains(key)) {
      lists.put(key, YamlTexts.of(key, node, problems));
    } else {
      custom.put(key, java.util.Objects.requireNonNullElse(Yaml.plain(node), ""));
    }
  }

  private String title() {
    Optional<String> title =
        map.get("title").flatMap(node -> YamlTexts.one("title", node, problems));
    if (title.isEmpty() || title.get().isEmpty()) {
      problems.add(map.node(), "The rule has no title", "Add a line 'title: ...' that names it");
    } else if (title.get().length() > MAX_TITLE) {
      problems.add(
          map.keyNode("title"),
          "The title has " + title.get().length() + " characters; Sigma allows " + MAX_TITLE,
          "Shorten it and move the rest to 'description'");
    }
    return title.orElse("");
  }

  private Severity level() {
    Optional<String> text =
        map.get("level").flatMap(node -> YamlTexts.one("level", node, problems));
    if (text.isEmpty() || text.get().isEmpty()) {
      return Severity.MEDIUM;
    }
    Optional<Severity> level = Severity.ofSigmaName(text.get());
    if (level.isEmpty()) {
      problems.add(
          map.get("level").orElse(map.node()),
          "Level " + Problems.shown(text.get()) + " does not exist",
          "Write informational, low, medium, high or critical");
    }
    return level.orElse(Severity.MEDIUM);
  }

  private void checkStatus() {
    String status = texts.get("status");
    if (status != null && !STATUSES.contains(status.toLowerCase(Locale.ROOT))) {
      problems.add(
          map.get("status").orElse(map.node()),
          "Status " + Problems.shown(status) + " does not exist",
          "Write stable, test, experimental, deprecated or unsupported");
    }
  }

  private List<RelatedRule> related() {
    List<RelatedRule> rules = new ArrayList<>();
    Optional<Node> node = map.get("related").filter(found -> !found.getTag().equals(Tag.NULL));
    if (node.isPresent() && node.get() instanceof SequenceNode list) {
      list.getValue().forEach(item -> related(item).ifPresent(rules::add));
    } else {
      node.ifPresent(this::notRelated);
    }
    return rules;
  }

  private Optional<RelatedRule> related(Node item) {
    if (item instanceof MappingNode mapping) {
      YamlMap entry = YamlMap.of(mapping, problems);
      Optional<String> id = entry.get("id").flatMap(node -> YamlTexts.one("id", node, problems));
      Optional<String> type =
          entry.get("type").flatMap(node -> YamlTexts.one("type", node, problems));
      if (id.isPresent() && type.isPresent()) {
        return Optional.of(new RelatedRule(id.get(), type.get()));
      }
    }
    notRelated(item);
    return Optional.empty();
  }

  private void notRelated(Node node) {
    problems.add(
        node,
        "Attribute 'related' is not a list of ids with types",
        "Write '- id: <uuid>' with 'type: derived' (or obsolete, merged, renamed, similar) below");
  }
}
