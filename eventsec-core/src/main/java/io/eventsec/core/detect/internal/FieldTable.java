package io.eventsec.core.detect.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

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
  void fill(Map<String, Object> fields, EventView view) {
    Filler filler = new Filler(view);
    fields.forEach(filler);
    if (filler.blanks) {
      fillJoined(fields, view);
    }
  }

  /** Visits every field of an event; a visitor and no iterator, which would cost an object each. */
  private final class Filler implements BiConsumer<String, Object> {
    private final EventView view;
    private boolean blanks;

    Filler(EventView view) {
      this.view = view;
    }

    @Override
    public void accept(String field, Object value) {
      Integer number = numbers.get(field);
      if (number != null) {
        view.put(number, value);
      } else {
        blanks |= field.indexOf(' ') >= 0;
      }
    }
  }

  /** A rule writes {@code ThreatName} where some events have {@code Threat Name}. */
  private void fillJoined(Map<String, Object> fields, EventView view) {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (field.getKey().indexOf(' ') >= 0) {
        Integer number = numbers.get(field.getKey().replace(" ", ""));
        if (number != null && !view.has(number)) {
          view.put(number, field.getValue());
        }
      }
    }
  }
}
