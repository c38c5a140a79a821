package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Numbers the fields that a rule set asks for. Filled while compiling, only read afterwards. */
final class FieldTable {
  private final Map<String, Integer> numbers = new HashMap<>();

  /** What the names that have blanks are without them. */
  private final Set<String> joinedNames = new HashSet<>();

  /** True if one rule asks for {@code Threat Name} and another for {@code ThreatName}. */
  private boolean bothForms;

  /** The field's number, given on first use. */
  int number(String field) {
    Integer known = numbers.putIfAbsent(field, numbers.size());
    if (known != null) {
      return known;
    }
    if (hasBlanks(field)) {
      joinedNames.add(joined(field));
      bothForms |= numbers.containsKey(joined(field));
    } else {
      bothForms |= joinedNames.contains(field);
    }
    return numbers.size() - 1;
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
        // A field that has a number is asked for as it is; mostly nobody asks for its other form.
        blanks |= bothForms && hasBlanks(field);
        return;
      }
      blanks |= hasBlanks(field);
      if (view.wantsOthers() && !before.containsKey(field)) {
        view.putOther(value);
      }
    }
  }

  /** A rule writes {@code ThreatName} where some events have {@code Threat Name}. */
  private void fillJoined(Map<String, Object> fields, EventView view) {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (hasBlanks(field.getKey())) {
        Integer number = numbers.get(joined(field.getKey()));
        if (number != null && !view.has(number)) {
          view.put(number, field.getValue());
        }
      }
    }
  }

  private static boolean hasBlanks(String field) {
    return field.indexOf(' ') >= 0;
  }

  private static String joined(String field) {
    return field.replace(" ", "");
  }
}
