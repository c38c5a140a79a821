package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
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

  /** Puts an event's values to the numbers of their fields. */
  void fill(Event event, EventView view) {
    fill(event.ecsFields(), new Filler(view, event.nativeFields()));
    fill(event.nativeFields(), new Filler(view, Map.of()));
  }

  private void fill(Map<String, Object> fields, Filler filler) {
    fields.forEach(filler);
    if (filler.blanks) {
      fillJoined(fields, filler.view);
    }
  }

  /** Visits every field of an event; a visitor and no iterator, which would cost an object each. */
  private final class Filler implements BiConsumer<String, Object> {
    private final EventView view;

    /** Fields that count before these. */
    private final Map<String, Object> before;

    private boolean blanks;

    Filler(EventView view, Map<String, Object> before) {
      this.view = view;
      this.before = before;
    }

    @Override
    public void accept(String field, Object value) {
      Integer number = numbers.get(field);
      if (number != null) {
        view.put(number, value);
        return;
      }
      blanks |= field.indexOf(' ') >= 0;
      if (view.wantsOthers() && !before.containsKey(field)) {
        view.putOther(value);
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
