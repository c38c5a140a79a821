package io.eventsec.core.sigma.internal;

import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaFilter;
import io.eventsec.core.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Takes a text apart into documents and decides what each of them is. */
public final class DocumentParser {
  private final Problems problems;
  private final List<SigmaRule> rules = new ArrayList<>();
  private final List<SigmaCorrelation> correlations = new ArrayList<>();
  private final List<SigmaFilter> filters = new ArrayList<>();

  private final RuleCollection collection;

  private DocumentParser(Problems problems) {
    this.problems = problems;
    this.collection = new RuleCollection(problems);
  }

  /** See {@link io.eventsec.core.sigma.SigmaReader#read}. */
  public static SigmaDocument parse(String name, String yaml) {
    DocumentParser parser = new DocumentParser(new Problems(name));
    YamlText text = YamlText.read(yaml, parser.problems);
    for (Node root : text.roots()) {
      parser.document(root, text.textOf(root));
    }
    if (parser.holdsNothing()) {
      parser.problems.add(Place.WHOLE, "The text holds no rule", "Write one, or remove the file");
    }
    return new SigmaDocument(
        parser.rules, parser.correlations, parser.filters, parser.problems.inOrder());
  }

  private void document(Node root, String text) {
    if (!isBounded(root)) {
      return;
    }
    if (root instanceof MappingNode map) {
      collection.complete(new RuleCollection.Part(map, text)).ifPresent(this::rule);
    } else if (!root.getTag().equals(Tag.NULL)) {
      problems.add(
          root,
          "The document is " + Yaml.kind(root) + ", not a rule",
          "Start with 'title:' at the left margin");
    }
  }

  /** Rules have remarks of those names; what looks for something is a rule. */
  private static boolean isOf(String kind, YamlMap map) {
    return map.get(kind)
        .filter(node -> node instanceof MappingNode || map.get("detection").isEmpty())
        .isPresent();
  }

  private boolean isBounded(Node root) {
    boolean bounded = Yaml.isBounded(root);
    if (!bounded) {
      problems.add(
          root,
          "The document is too large or refers to itself once its aliases are followed",
          "Write it without aliases");
    }
    return bounded;
  }

  private boolean holdsNothing() {
    return rules.isEmpty() && correlations.isEmpty() && filters.isEmpty() && problems.count() == 0;
  }

  private void rule(RuleCollection.Part part) {
    if (!isBounded(part.node())) {
      return;
    }
    int before = problems.count();
    int line = Math.max(1, Place.line(part.node()));
    RuleOrigin origin = new RuleOrigin(problems.file(), line, part.text());
    YamlMap map = YamlMap.of(part.node(), problems);
    if (isOf("correlation", map)) {
      new CorrelationParser(map, problems).parse(origin, before).ifPresent(correlations::add);
    } else if (isOf("filter", map)) {
      new FilterParser(map, problems).parse(origin, before).ifPresent(filters::add);
    } else if (map.get("action").isPresent() && map.get("title").isEmpty()) {
      problems.add(
          map.keyNode("action"),
          "This 'action' is none of global, repeat and reset",
          "Write one of these, or the rule without 'action'");
    } else {
      new RuleParser(map, problems).parse(origin, before).ifPresent(rules::add);
    }
  }
}
