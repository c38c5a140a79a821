package io.eventsec.rules;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.RawBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What stands in the test file beside a rule.
 *
 * @param match events that must make it fire
 * @param noMatch events that must not, each a close miss
 */
record RuleCases(List<RuleCase> match, List<RuleCase> noMatch) {
  /** The files are not in the jar, so they are read from where they are written. */
  private static final Path DIRECTORY = Path.of("src/main/resources/eventsec/rules");

  /** Reads those of a rule; {@code file} is the rule's own. */
  static RuleCases of(String file) {
    Path tests = DIRECTORY.resolve(file.replaceFirst("\\.yml$", ".test.yml"));
    Load yaml = new Load(LoadSettings.builder().build());
    Map<?, ?> document = (Map<?, ?>) yaml.loadFromString(text(tests));
    return new RuleCases(cases(document, "match"), cases(document, "no_match"));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the tests of a rule from " + file, e);
    }
  }

  private static List<RuleCase> cases(Map<?, ?> document, String key) {
    return ((List<?>) needed(document, key))
        .stream().map(entry -> ruleCase((Map<?, ?>) entry)).toList();
  }

  private static RuleCase ruleCase(Map<?, ?> entry) {
    String name = needed(entry, "name").toString();
    return new RuleCase(name, event(name, needed(entry, "event")));
  }

  private static Object needed(Map<?, ?> map, String key) {
    return Objects.requireNonNull(map.get(key), () -> "The tests of a rule lack '" + key + "'");
  }

  private static Event event(String name, Object written) {
    String line = written instanceof String text ? text : JsonLine.of(written);
    return Decoding.events(name, RawBatch.AUTO, line.getBytes(StandardCharsets.UTF_8)).get(0);
  }
}
