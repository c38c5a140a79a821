package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the section whose look a record has by the names of its fields, so that a table may have
 * hundreds of sections. Immutable.
 */
final class LookIndex {
  private final Map<String, List<Entry>> byFirstSign = new HashMap<>();

  LookIndex(Map<String, TableSection> sections) {
    int order = 0;
    for (Map.Entry<String, TableSection> section : sections.entrySet()) {
      for (Look look : section.getValue().looks()) {
        byFirstSign
            .computeIfAbsent(look.signs().get(0).field(), field -> new ArrayList<>())
            .add(new Entry(order, section.getKey(), look));
      }
      order++;
    }
  }

  private record Entry(int order, String kind, Look look) {}

  /** The first kind, in the table's order, that the record looks like. */
  Optional<String> kindOf(NativeRecord said) {
    Entry best = null;
    for (String field : said.fields().keySet()) {
      for (Entry entry : byFirstSign.getOrDefault(field, List.of())) {
        if (isBefore(entry, best) && entry.look().fits(said)) {
          best = entry;
        }
      }
    }
    return Optional.ofNullable(best).map(Entry::kind);
  }

  private static boolean isBefore(Entry entry, @Nullable Entry best) {
    return best == null || entry.order() < best.order();
  }
}
