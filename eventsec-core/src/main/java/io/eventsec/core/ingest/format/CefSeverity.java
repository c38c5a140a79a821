package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.Locale;
import java.util.Map;

/** CEF's severity: 0 to 10, or a word. */
final class CefSeverity {
  private static final Map<String, Long> WORDS =
      Map.of("unknown", 0L, "low", 3L, "medium", 6L, "high", 8L, "very-high", 10L);

  private CefSeverity() {}

  static void write(NativeRecord said, EcsWriter out) {
    said.text("severity")
        .ifPresent(
            text -> {
              Long number = Numbers.whole(text);
              Long word = WORDS.get(text.toLowerCase(Locale.ROOT).replace(' ', '-'));
              out.put("event.severity", number == null ? word : number);
            });
  }
}
