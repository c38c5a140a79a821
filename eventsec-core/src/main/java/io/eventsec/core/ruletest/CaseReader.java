package io.eventsec.core.ruletest;

import io.eventsec.core.internal.PlainJsonWriter;
import io.eventsec.core.sigma.SigmaProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one file of cases. */
final class CaseReader {
  private static final int MAX_CODE_POINTS = 4 * 1024 * 1024;
  private static final int MAX_ALIASES = 50;
  private static final String MATCH = "match";
  private static final String NO_MATCH = "no_match";
  private static final String EVENT = "event";
  private static final String EVENTS = "events";

  private final String file;
  private final List<RuleTestCase> cases = new ArrayList<>();
  private final List<SigmaProblem> problems = new ArrayList<>();

  private CaseReader(String file) {
    this.file = file;
  }

  static RuleTestFile read(String file, String yaml) {
    CaseReader reader = new CaseReader(file);
    try {
      reader.document(new Load(settings(file)).loadFromString(yaml));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
      reader.problems.add(
          new SigmaProblem(file, line, column, "Not valid YAML: " + e.getProblem(), "Mend it"));
    } catch (YamlEngineException e) {
      reader.problem("Not valid YAML: " + e.getMessage(), "Mend it");
    }
    return new RuleTestFile(reader.cases, reader.problems);
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setCodePointLimit(MAX_CODE_POINTS)
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setAllowDuplicateKeys(false)
        .setAllowRecursiveKeys(false)
        .build();
  }

  private void document(@Nullable Object root) {
    if (!(root instanceof Map<?, ?> map)) {
      problem("The file is not a map", "Write lists of cases under 'match:' and 'no_match:'");
      return;
    }
    for (Object key : map.keySet()) {
      if (!MATCH.equals(key) && !NO_MATCH.equals(key)) {
        problem("'" + key + "' means nothing here", "Use 'match' and 'no_match'");
      }
    }
    cases(map, MATCH);
    cases(map, NO_MATCH);
    if (cases.isEmpty() && problems.isEmpty()) {
      problem("The file has no case", "Write lists of cases under 'match:' and 'no_match:'");
    }
  }

  private void cases(Map<?, ?> map, String key) {
    Object list = map.get(key);
    if (list instanceof List<?> items) {
      for (int i = 0; i < items.size(); i++) {
        oneCase(items.get(i), key, i + 1);
      }
    } else if (list != null) {
      problem("'" + key + "' is not a list", "Write cases below it, each with '- name:'");
    }
  }

  private void oneCase(@Nullable Object item, String key, int number) {
    String where = "Case " + number + " of '" + key + "'";
    if (!(item instanceof Map<?, ?> map)
        || !(map.get("name") instanceof String name)
        || (map.get(EVENT) == null) == (map.get(EVENTS) == null)
        || map.size() > 2) {
      problem(
          where + " is not a name and an event",
          "Write '- name: ...' and 'event: ...', or 'events:' with a list of them");
      return;
    }
    Object events = map.get(EVENTS);
    List<String> lines = new ArrayList<>();
    for (Object event : events instanceof List<?> list ? list : Arrays.asList(map.get(EVENT))) {
      if (event instanceof Map<?, ?> fields) {
        lines.add(line(fields));
      } else if (event instanceof String text && text.strip().indexOf('\n') < 0) {
        lines.add(text.strip());
      } else {
        problem(
            where + " has an event that is neither a map nor one line of text",
            "Write the event's fields, or the line as the sensor writes it");
        return;
      }
    }
    if (lines.isEmpty()) {
      problem(where + " has no event", "Write one at least below 'events:'");
      return;
    }
    cases.add(new RuleTestCase(name, key.equals(MATCH), lines));
  }

  private static String line(Map<?, ?> fields) {
    try {
      return PlainJsonWriter.write(fields);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed", e);
    }
  }

  private void problem(String message, String cure) {
    problems.add(new SigmaProblem(file, 0, 0, message, cure));
  }
}
