package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as a rule set sees it: fields by number, and what each predicate has been found to be.
 * For one thread and one event.
 */
final class EventView {
  private static final byte UNKNOWN = 0;
  private static final byte TRUE = 1;
  private static final byte FALSE = 2;

  private final Event event;
  private final Predicate[] predicates;
  private final byte[] answers;
  private final @Nullable Object[] slots;
  private @Nullable List<FieldValues> everything;

  EventView(Event event, FieldTable fields, Predicate[] predicates) {
    this.event = event;
    this.predicates = predicates;
    this.answers = new byte[predicates.length];
    this.slots = new Object[fields.size()];
    fields.fill(event.ecsFields(), slots);
    fields.fill(event.nativeFields(), slots);
  }

  Event event() {
    return event;
  }

  boolean has(int field) {
    return slots[field] != null;
  }

  /** The field's values; null if the event hasn't got it. */
  @Nullable FieldValues values(int field) {
    Object slot = slots[field];
    if (slot == null || slot instanceof FieldValues) {
      return (FieldValues) slot;
    }
    FieldValues values = new FieldValues(slot);
    slots[field] = values;
    return values;
  }

  /** The values of every field, for keywords: the sender's first. */
  List<FieldValues> everything() {
    List<FieldValues> all = everything;
    if (all == null) {
      all = new ArrayList<>();
      for (Object value : event.nativeFields().values()) {
        all.add(new FieldValues(value));
      }
      for (Map.Entry<String, Object> field : event.ecsFields().entrySet()) {
        if (!event.nativeFields().containsKey(field.getKey())) {
          all.add(new FieldValues(field.getValue()));
        }
      }
      everything = all;
    }
    return all;
  }

  /** What the predicate of that number says of this event, asked at most once. */
  boolean holds(int predicate) {
    byte answer = answers[predicate];
    if (answer == UNKNOWN) {
      answer = predicates[predicate].holds(this) ? TRUE : FALSE;
      answers[predicate] = answer;
    }
    return answer == TRUE;
  }
}
