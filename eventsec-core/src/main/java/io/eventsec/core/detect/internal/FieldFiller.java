package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts an event's values to the numbers of their fields. Events come mostly in the shape of the one
 * before, so the names at each place are remembered, and looked up only where another one stands.
 * Visits a map and takes no iterator, which would cost an object each. For one thread.
 */
final class FieldFiller implements BiConsumer<String, Object> {
  private static final int PLACES = 256;
  private static final int LONGEST_NAME = 256;

  private final FieldTable table;
  private final EventView view;
  private final @Nullable String[] names = new String[PLACES];
  private final FieldTable.Number[] numbers = new FieldTable.Number[PLACES];

  private int place;
  private boolean joins;

  /** True if these fields count only where the sender has none of that name. */
  private boolean second;

  FieldFiller(FieldTable table, EventView view) {
    this.table = table;
    this.view = view;
  }

  /** The sender's own come first. */
  void fill(Event event) {
    Map<String, Object> own = event.nativeFields();
    Map<String, Object> ecs = event.ecsFields();
    place = 0;
    joins = false;
    second = false;
    own.forEach(this);
    second = true;
    ecs.forEach(this);
    if (joins) {
      fillJoined(ecs);
      fillJoined(own);
    }
  }

  @Override
  public void accept(String field, Object value) {
    FieldTable.Number number = number(field);
    joins |= number.joins();
    if (number.isGiven()) {
      if (!view.has(number.value())) {
        view.put(number.value(), value);
      }
    } else if (view.wantsOthers() && !(second && view.event().nativeFields().containsKey(field))) {
      view.putOther(value);
    }
  }

  private FieldTable.Number number(String field) {
    int at = place++;
    if (at >= PLACES || field.length() > LONGEST_NAME) {
      return table.find(field);
    }
    if (!field.equals(names[at])) {
      names[at] = field;
      numbers[at] = table.find(field);
    }
    return numbers[at];
  }

  /** A rule writes {@code ThreatName} where some events have {@code Threat Name}. */
  private void fillJoined(Map<String, Object> fields) {
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      FieldTable.Number number = table.findJoined(field.getKey());
      if (number.isGiven() && !view.has(number.value())) {
        view.put(number.value(), field.getValue());
      }
    }
  }
}
