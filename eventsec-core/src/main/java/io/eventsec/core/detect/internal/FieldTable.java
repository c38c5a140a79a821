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

  /** Puts an event's values to the numbers of their fields, the sender's own first. */
  void fill(Event event, EventView view) {
    Map<String, Object> own = event.nativeFields();
    Map<String, Object> ecs = event.ecsFields();
    Filler filler = new Filler(view);
    own.forEach(filler);
    filler.before = own;
    ecs.forEach(filler);
    if (filler.blanks) {
      fillJoined(ecs, view);
      fillJoined(own, view);
    }
  }

  /** Visits every field of an event; a visitor and no iterator, which would cost an object each. */
  private final class Filler implements BiConsumer<String, Object> {
    private final EventView view;

    /** Fields that count before these. */
    private Map<String, Object> before = Map.of();

    private boolean blanks;

    Filler(EventView view) {
      this.view = view;
    }

    @Override
    public void accept(String field, Object value) {
      Integer number = numbers.get(field);
      if (number != null) {
        if (!view.has(number)) {
          view.put(number, value);
        }
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
