package io.eventsec.core.ingest.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code AnyValue}, {@code KeyValue} and what has attributes, as plain values. */
final class OtlpValues {
  private OtlpValues() {}

  /** A list; empty for what is none. */
  static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  /** A resource or scope: its texts, and its attributes as a map. */
  static Map<String, Object> entity(@Nullable Object value) {
    Map<String, Object> plain = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (entry.getValue() instanceof String text && !text.isEmpty()) {
          plain.put(String.valueOf(entry.getKey()), text);
        }
      }
      Map<String, Object> attributes = attributes(map.get("attributes"));
      if (!attributes.isEmpty()) {
        plain.put("attributes", attributes);
      }
    }
    return plain;
  }

  /** Attributes by their keys. */
  static Map<String, Object> attributes(@Nullable Object value) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Object entry : list(value)) {
      if (entry instanceof Map<?, ?> pair && pair.get("key") instanceof String key) {
        any(pair.get("value")).ifPresent(plain -> attributes.put(key, plain));
      }
    }
    return attributes;
  }

  /** What a value says; empty if it says nothing. */
  static Optional<Object> any(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map) || map.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<?, ?> one = map.entrySet().iterator().next();
    Object given = one.getValue();
    return switch (String.valueOf(one.getKey())) {
      case "stringValue", "boolValue", "bytesValue" -> Optional.ofNullable(given);
      case "intValue", "doubleValue" -> Optional.of(number(String.valueOf(given)));
      case "arrayValue" -> Optional.of(array(given));
      case "kvlistValue" ->
          Optional.of(attributes(given instanceof Map<?, ?> list ? list.get("values") : null));
      default -> Optional.empty();
    };
  }

  private static List<Object> array(@Nullable Object given) {
    List<Object> items = new ArrayList<>();
    for (Object item : list(given instanceof Map<?, ?> array ? array.get("values") : null)) {
      any(item).ifPresent(items::add);
    }
    return items;
  }

  /** A number if it is a finite one; what is written otherwise. */
  private static Object number(String written) {
    try {
      return Long.valueOf(written);
    } catch (NumberFormatException notWhole) {
      try {
        double value = Double.parseDouble(written);
        return Double.isFinite(value) ? (Object) value : written;
      } catch (NumberFormatException notNumber) {
        return written;
      }
    }
  }
}
