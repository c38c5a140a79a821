package io.eventsec.core.ingest.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that may come several times: each has its different values in the order they came. Not
 * thread-safe.
 */
public final class FieldBag {
  /**
   * Fewer than any decoder's limit of fields, so that a long command line is not refused for it.
   */
  private static final int MOST_FIELDS = 1_500;

  private final Map<String, Set<Object>> values = new LinkedHashMap<>();

  /** An empty one. */
  public FieldBag() {}

  /** Adds a value; one that is empty says nothing. */
  public void add(String name, Object value) {
    Set<Object> several = values.get(name);
    if (several != null) {
      several.add(value);
    } else if (values.size() < MOST_FIELDS && !value.equals("")) {
      values.put(name, new LinkedHashSet<>(Set.of(value)));
    }
  }

  /** True if it has the field. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The first value as text; empty if there is none. */
  public String text(String name) {
    Set<Object> several = values.get(name);
    return several == null ? "" : several.iterator().next().toString();
  }

  /** All fields: scalars, or lists where there are several values. */
  public Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    values.forEach(
        (name, several) -> {
          List<Object> list = new ArrayList<>(several);
          fields.put(name, list.size() == 1 ? list.get(0) : List.copyOf(list));
        });
    return fields;
  }
}
