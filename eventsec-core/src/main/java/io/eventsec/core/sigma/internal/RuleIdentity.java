package io.eventsec.core.sigma.internal;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.sigma.RuleOrigin;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a rule, correlation or filter is known by. */
final class RuleIdentity {
  /** Sigma recommends a UUID and asks for none. What stands in addresses is not left to chance. */
  private static final Pattern FORM = Pattern.compile("[\\p{Alnum}][\\p{Alnum}._:-]{0,63}");

  private final YamlMap map;
  private final Problems problems;

  RuleIdentity(YamlMap map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  /** The id as written, or one made from the title, and the version of the text. */
  RuleRef ref(String title, RuleOrigin origin) {
    return new RuleRef(id(title), TextDigest.of(origin.yaml()));
  }

  private String id(String title) {
    Optional<Node> node = map.get("id").filter(found -> !found.getTag().equals(Tag.NULL));
    if (node.isEmpty()) {
      return UUID.nameUUIDFromBytes(("sigma:" + title).getBytes(StandardCharsets.UTF_8)).toString();
    }
    String text = node.get() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!FORM.matcher(text).matches()) {
      problems.add(
          node.get(),
          "The id "
              + Problems.shown(text)
              + " is neither a UUID nor up to 64 letters, digits, '.', '_', ':' and '-'",
          "Write one like 8cf8f8f0-3d2c-4c0a-9d5e-0f6b6f1f7a10");
    }
    return text.toLowerCase(Locale.ROOT);
  }
}
