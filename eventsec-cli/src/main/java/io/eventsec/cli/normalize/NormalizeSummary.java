package io.eventsec.cli.normalize;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run made of its records. A native field counts as not mapped in an event if no ECS field
 * of that event has its value. Bounded in names; not thread-safe.
 */
final class NormalizeSummary {
  private static final int MOST_NAMES = 10_000;
  private static final int SHOWN = 40;

  private final Map<String, Long> datasets = new TreeMap<>();
  private final Map<String, Long> unmapped = new HashMap<>();
  private final Map<String, Long> causes = new TreeMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private long events;
  private long rejected;
  private long withProblems;

  void add(Event event) {
    events++;
    datasets.merge(
        String.valueOf(event.ecsFields().getOrDefault("event.dataset", "none")), 1L, Long::sum);
    if (event.ecsFields().containsKey("error.message")) {
      withProblems++;
    }
    Set<String> values = new HashSet<>();
    event.ecsFields().values().forEach(value -> collect(value, values));
    values.add(event.time().toString());
    event.nativeFields().forEach((name, value) -> nativeField(name, value, values));
  }

  void add(Rejection rejection) {
    rejected++;
    causes.merge(rejection.cause(), 1L, Long::sum);
    reasons.putIfAbsent(rejection.cause(), rejection.reason());
  }

  private static void collect(Object value, Set<String> values) {
    if (value instanceof List<?> list) {
      list.forEach(item -> values.add(folded(item)));
    } else {
      values.add(folded(value));
    }
  }

  private void nativeField(String name, Object value, Set<String> values) {
    boolean mapped =
        value instanceof List<?> list
            ? list.stream().allMatch(item -> values.contains(folded(item)))
            : values.contains(folded(value));
    if (!mapped && (unmapped.size() < MOST_NAMES || unmapped.containsKey(name))) {
      unmapped.merge(name, 1L, Long::sum);
    }
  }

  private static String folded(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d events, %d of them with values that are not what they should be; %d records rejected"
            .formatted(events, withProblems, rejected));
    datasets.forEach((name, count) -> lines.add("  %8d  %s".formatted(count, name)));
    causes.forEach(
        (cause, count) ->
            lines.add("  %8d  rejected, %s: %s".formatted(count, cause, reasons.get(cause))));
    if (!unmapped.isEmpty()) {
      lines.add("Fields whose value no ECS field has, and in how many events:");
      unmapped.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(SHOWN)
          .forEach(entry -> lines.add("  %8d  %s".formatted(entry.getValue(), entry.getKey())));
      if (unmapped.size() > SHOWN) {
        lines.add("  and %d names more".formatted(unmapped.size() - SHOWN));
      }
    }
    return lines;
  }
}
