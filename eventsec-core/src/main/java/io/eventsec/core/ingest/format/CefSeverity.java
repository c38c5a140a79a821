package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEF's severity: 0 to 10, or a word; other products' words in its numbers. */
final class CefSeverity {
  private static final Map<String, Long> WORDS =
      Map.ofEntries(
          Map.entry("unknown", 0L),
          Map.entry("none", 0L),
          Map.entry("info", 1L),
          Map.entry("informational", 1L),
          Map.entry("notice", 2L),
          Map.entry("low", 3L),
          Map.entry("minor", 3L),
          Map.entry("warning", 5L),
          Map.entry("warn", 5L),
          Map.entry("medium", 6L),
          Map.entry("moderate", 6L),
          Map.entry("error", 7L),
          Map.entry("high", 8L),
          Map.entry("major", 8L),
          Map.entry("important", 8L),
          Map.entry("alert", 9L),
          Map.entry("emergency", 10L),
          Map.entry("very-high", 10L),
          Map.entry("critical", 10L));

  private CefSeverity() {}

  static void write(NativeRecord said, EcsWriter out) {
    said.text("severity").ifPresent(text -> out.put("event.severity", number(text)));
  }

  /** The number that a value is, rounded, or that its word stands for; null if for none. */
  static @Nullable Long number(Object value) {
    Double real = Numbers.real(value);
    if (real != null) {
      return Math.round(real);
    }
    Long number = Numbers.whole(value);
    String word = value.toString().strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    // Constants of programs say what they are first: SEVERITY_LEVEL_HIGH.
    String last = word.substring(word.lastIndexOf('_') + 1);
    return number == null ? WORDS.get(last) : number;
  }
}
