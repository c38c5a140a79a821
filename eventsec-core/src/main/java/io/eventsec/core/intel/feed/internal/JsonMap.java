package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.intel.feed.SkipReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The properties of an object of a feed, numbers as text. Immutable.
 *
 * @param values without nulls
 */
record JsonMap(Map<String, Object> values) {

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text or number; empty if there is none. */
  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /**
   * A text that must be there.
   *
   * @throws SkippedException if it is not
   */
  String required(String name) throws SkippedException {
    String text = text(name);
    if (text.isBlank()) {
      throw new SkippedException(
          SkipReason.MALFORMED, "Property '" + name + "' is missing or no text; it is required");
    }
    return text;
  }

  /** True only if it is there and true, as a word or otherwise. */
  boolean isTrue(String name) {
    Object value = values.get(name);
    return Boolean.TRUE.equals(value) || "1".equals(value) || "true".equals(value);
  }

  /**
   * A moment of ISO 8601 with a zone.
   *
   * @throws SkippedException if it is there and none
   */
  Optional<Instant> time(String name) throws SkippedException {
    String text = text(name);
    if (!has(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new SkippedException(
          SkipReason.BAD_DETAIL,
          "'"
              + ShownText.of(text)
              + "' in '"
              + name
              + "' is no time; use one like 2026-01-02T03:04:05Z");
    }
  }

  /** The texts of a list; empty if there is none. */
  List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** An object within; without properties if there is none. */
  JsonMap map(String name) {
    return of(values.get(name));
  }

  /** The objects of a list; what else it holds is passed over. */
  List<JsonMap> maps(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(JsonMap::of).toList()
        : List.of();
  }

  private static JsonMap of(@org.jspecify.annotations.Nullable Object value) {
    java.util.LinkedHashMap<String, Object> copy = new java.util.LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, one) -> copy.put((String) name, one));
    }
    return new JsonMap(copy);
  }
}
