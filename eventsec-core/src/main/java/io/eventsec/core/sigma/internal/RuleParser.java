package io.eventsec.core.sigma.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.Logsource;
import io.eventsec.core.sigma.RuleOrigin;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.ast.SigmaDetection;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one rule; a rule with any problem is not handed out. */
final class RuleParser {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final YamlMap map;
  private final Problems problems;

  RuleParser(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /**
   * Reads the rule.
   *
   * @param before how many problems there were before this document
   */
  Optional<SigmaRule> parse(RuleOrigin origin, int before) {
    SigmaMetadata metadata = new MetadataParser(map, problems).parse();
    Logsource logsource = new LogsourceParser(map, problems).parse();
    Optional<SigmaDetection> detection = new DetectionParser(problems).parse(map);
    RuleRef ref = new RuleRef(id(metadata.title()), TextDigest.of(origin.yaml()));
    return problems.count() > before
        ? Optional.empty()
        : detection.map(found -> new SigmaRule(ref, metadata, logsource, found, origin));
  }

  /** The id as written; a rule without one is known by its title. */
  private String id(String title) {
    Optional<Node> node = map.get("id");
    if (node.isEmpty()) {
      return UUID.nameUUIDFromBytes(("sigma:" + title).getBytes(StandardCharsets.UTF_8)).toString();
    }
    String text = node.get() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!UUID_FORM.matcher(text).matches()) {
      problems.add(
          node.get(),
          "The rule's id " + Problems.shown(text) + " is not a UUID",
          "Write one like 8cf8f8f0-3d2c-4c0a-9d5e-0f6b6f1f7a10");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
