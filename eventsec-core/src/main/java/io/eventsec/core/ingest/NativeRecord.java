package io.eventsec.core.ingest;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decoded record under the sender's own names: nested objects as dotted paths, objects in arrays
 * as multi-valued paths. Values are {@link String}, {@link Long}, {@link Double}, {@link Boolean}
 * or lists of those. Immutable.
 *
 * @param fields in the order of the record; not copied, so whoever made it leaves it alone
 *     afterwards
 */
public record NativeRecord(Map<String, Object> fields) {
  /** Shields the map from changes. */
  public NativeRecord {
    fields = Collections.unmodifiableMap(fields);
  }

  /** The value as decoded; null if there is none. */
  public @Nullable Object get(String field) {
    return fields.get(field);
  }

  /** True if the record has the field. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** The value as text, the first of several; empty if there is none. */
  public Optional<String> text(String field) {
    Object value = fields.get(field);
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? Optional.empty() : Optional.of(String.valueOf(list.get(0)));
    }
    return value == null ? Optional.empty() : Optional.of(value.toString());
  }
}
