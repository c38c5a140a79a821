package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Severities of a hundred, for products that only have words where others have such a score. */
final class HundredSeverity {
  private static final Map<String, Long> WORDS =
      Map.of("low", 21L, "medium", 47L, "moderate", 47L, "high", 73L, "critical", 99L);

  private HundredSeverity() {}

  /** The number that a value is, or that its word stands for; null if for none. */
  static @Nullable Long number(Object value) {
    Long number = Numbers.whole(value);
    return number == null ? WORDS.get(value.toString().strip().toLowerCase(Locale.ROOT)) : number;
  }
}
