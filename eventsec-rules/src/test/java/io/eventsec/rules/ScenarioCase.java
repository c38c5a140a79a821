package io.eventsec.rules;

import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.ingest.format.PlainJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One case of the corpus: lines of a log, and what another product says to them.
 *
 * @param name the case
 * @param loaded the scenarios that it is run with; none if only the fields are asked for
 * @param lines of the log
 * @param asksForAlerts false if only the fields are asked for
 * @param alerts how many are expected, by scenario and source with a blank between
 */
record ScenarioCase(
    String name,
    List<String> loaded,
    List<String> lines,
    boolean asksForAlerts,
    Map<String, Integer> alerts) {
  private static final EventDecoder JSON = EventDecoder.builder().format(new PlainJson()).build();

  /** Reads a line of the corpus: names of alerts and sources are pairs with the alert's number. */
  static ScenarioCase read(String line) {
    Map<String, Object> said =
        JSON.decode(
                RawBatch.of(
                    new EventOrigin(Tenant.DEFAULT, "corpus", "case", 0),
                    Instant.EPOCH,
                    line.getBytes(StandardCharsets.UTF_8)))
            .events()
            .get(0)
            .nativeFields();
    Map<String, String> scenarios = new LinkedHashMap<>();
    List<String> names = texts(said.get("alert_scenarios"));
    for (int i = 0; i + 1 < names.size(); i += 2) {
      scenarios.put(names.get(i), names.get(i + 1));
    }
    Map<String, Integer> alerts = new LinkedHashMap<>();
    List<String> sources = texts(said.get("alert_sources"));
    for (int i = 0; i + 1 < sources.size(); i += 2) {
      alerts.merge(scenarios.get(sources.get(i + 1)) + ' ' + sources.get(i), 1, Integer::sum);
    }
    return new ScenarioCase(
        texts(said.get("test")).get(0),
        texts(said.get("scenarios")).stream().map(ScenarioCase::scenario).toList(),
        texts(said.get("log")).stream()
            .map(text -> text.replace('\n', ' ').replace('\r', ' '))
            .filter(text -> !text.isBlank())
            .toList(),
        said.get("alerts") != null || !alerts.isEmpty(),
        alerts);
  }

  /** {@code author/name} of a path. */
  private static String scenario(String path) {
    String[] parts = path.split("/", -1);
    String name = parts.length < 2 ? path : parts[parts.length - 2] + '/' + parts[parts.length - 1];
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static List<String> texts(@Nullable Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(one -> texts.add(one.toString()));
    } else if (value != null) {
      texts.add(value.toString());
    }
    return texts;
  }
}
