package io.eventsec.core.detect.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers the fields that a rule set asks for. Filled while compiling, only read afterwards. */
final class FieldTable {
  private final Map<String, Integer> numbers = new HashMap<>();

  /** The field's number, given on first use. */
  int number(String field) {
    Integer known = numbers.putIfAbsent(field, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  int size() {
    return numbers.size();
  }

  /** Puts the values of the fields that are asked for to their numbers. */
  void fill(Map<String, Object> fields, @Nullable Object[] slots) {
    boolean blanks = false;
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      Integer number = numbers.get(field.getKey());
      if (number != null) {
        slots[number] = field.getValue();
      } else {
        blanks |= field.getKey().indexOf(' ') >= 0;
      }
    }
    if (blanks) {
      fillJoined(fields, slots);
    }
  }

  /** A rule writes {@code ThreatName} where some events have {@code Threat Name}. */
  private void fillJoined(Map<String, Object> fields, @Nullable Object[] slots) {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (field.getKey().indexOf(' ') >= 0) {
        Integer number = numbers.get(field.getKey().replace(" ", ""));
        if (number != null && slots[number] == null) {
          slots[number] = field.getValue();
        }
      }
    }
  }
}
