package io.eventsec.core.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look at an object of JSON that takes what is there: what is missing, or of another kind, is
 * empty. Immutable if its map is.
 *
 * @param values as {@link PlainJsonReader} reads them
 */
public record JsonFields(Map<String, Object> values) {

  /** True if it is there and not null. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text or number; empty if there is none. */
  public String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** True only if it is there and true. */
  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  /** A moment of ISO 8601, in UTC where no zone is written, or a day; empty if it is none. */
  public Optional<Instant> time(String name) {
    String text = text(name);
    if (text.length() < 10) {
      return Optional.empty();
    }
    try {
      if (text.length() == 10) {
        return Optional.of(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
      }
      boolean zoned = text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > 10;
      return Optional.of(OffsetDateTime.parse(zoned ? text : text + "Z").toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The texts of a list; empty if there is none. */
  public List<String> texts(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  /** An object within; without fields if there is none. */
  public JsonFields object(String name) {
    return of(values.get(name));
  }

  /** The objects of a list; what else it holds is passed over. */
  public List<JsonFields> objects(String name) {
    return values.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(JsonFields::of).toList()
        : List.of();
  }

  // The reader makes maps with texts as keys, without nulls.
  @SuppressWarnings("unchecked")
  private static JsonFields of(@Nullable Object value) {
    return new JsonFields(value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of());
  }
}
