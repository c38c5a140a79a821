package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one event by their places. Made anew for each event, while all else that a view
 * works with is used again: a collector that keeps old and new apart (G1) takes longer to note each
 * reference from something old to something new than it takes to make this. For one thread.
 */
final class EventValues {
  private final Event event;
  private @Nullable Object[] values;
  private int size;

  /** By place; null until somebody asks. */
  private @Nullable FieldValues @Nullable [] all;

  private @Nullable List<FieldValues> everything;

  EventValues(Event event) {
    this.event = event;
    this.values = new Object[event.nativeFields().size() + event.ecsFields().size()];
  }

  Event event() {
    return event;
  }

  /** Puts one at the next place. */
  void add(Object value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size + 1);
    }
    values[size++] = value;
  }

  /** The value at a place, as the event has it. */
  Object get(int place) {
    Object value = values[place];
    if (value == null) {
      throw new IllegalStateException("There is no value at place " + place + " of " + size);
    }
    return value;
  }

  /** The value at a place, or each of its elements. */
  FieldValues all(int place) {
    @Nullable FieldValues[] known = all == null ? new FieldValues[size] : all;
    all = known;
    FieldValues values = known[place];
    if (values == null) {
      values = new FieldValues(get(place));
      known[place] = values;
    }
    return values;
  }

  /** The values of every field, for keywords: the sender's first. */
  List<FieldValues> everything() {
    List<FieldValues> every = everything;
    if (every == null) {
      every = new ArrayList<>();
      for (Object value : event.nativeFields().values()) {
        every.add(new FieldValues(value));
      }
      for (Map.Entry<String, Object> field : event.ecsFields().entrySet()) {
        if (!event.nativeFields().containsKey(field.getKey())) {
          every.add(new FieldValues(field.getValue()));
        }
      }
      everything = every;
    }
    return every;
  }
}
