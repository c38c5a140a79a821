package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.internal.StepBudgetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as a rule set sees it: fields by number, what each predicate has been found to be, and
 * the rules that may be true for it. Used again for the next event; for one thread at a time.
 */
final class EventView {
  private static final byte UNKNOWN = 0;
  private static final byte TRUE = 1;
  private static final byte FALSE = 2;
  private static final byte UNDECIDED = 3;

  /** One evaluation of a rule in so many is timed; a power of two. */
  private static final int TIMED = 32;

  private final RuleIndex index;
  private final FoldedText text = new FoldedText();
  private final NumberSet truths;

  /** Predicates that cannot do without a literal which has been found. */
  private final NumberSet suspects;

  private final NumberSet candidates;
  private final byte[] answers;
  private final IntList answered = new IntList();
  private @Nullable StepBudgetException undecided;
  private final @Nullable Object[] slots;
  private final IntList present = new IntList();

  /** By literal: the value that it was last found in. */
  private final int[] seen;

  private int value;
  private int evaluations;
  private @Nullable Event event;
  private @Nullable List<FieldValues> everything;

  EventView(RuleIndex index) {
    this.index = index;
    this.truths = new NumberSet(index.predicateCount());
    this.suspects = new NumberSet(index.predicateCount());
    this.candidates = new NumberSet(index.ruleCount());
    this.answers = new byte[index.predicateCount()];
    this.slots = new Object[index.fields().size()];
    this.seen = new int[index.literalCount()];
  }

  /** Takes an event up, and finds the rules that it may match. */
  void open(Event event, Route route) {
    this.event = event;
    index.fields().fill(event.ecsFields(), this);
    index.fields().fill(event.nativeFields(), this);
    candidates.addAll(route.always());
    for (int i = 0; i < present.size(); i++) {
      lookAtField(present.get(i), route);
    }
    FieldIndex any = index.anyField();
    if (any != null && route.asksAnyField()) {
      lookAtEverything(any);
    }
  }

  /** Lets go of the event. */
  void close() {
    for (int i = 0; i < present.size(); i++) {
      slots[present.get(i)] = null;
    }
    for (int i = 0; i < answered.size(); i++) {
      answers[answered.get(i)] = UNKNOWN;
    }
    present.clear();
    answered.clear();
    truths.clear();
    suspects.clear();
    candidates.clear();
    text.trim();
    event = null;
    everything = null;
    undecided = null;
  }

  void put(int field, Object value) {
    if (slots[field] == null) {
      present.add(field);
    }
    slots[field] = value;
  }

  private void lookAtField(int field, Route route) {
    candidates.addAll(index.rulesOfField(field));
    FieldIndex fieldIndex = index.field(field);
    if (fieldIndex != null && route.asksField(field)) {
      lookAtValues(slots[field], fieldIndex);
    }
  }

  private void lookAtEverything(FieldIndex any) {
    Map<String, Object> own = event().nativeFields();
    own.values().forEach(value -> lookAtValues(value, any));
    event()
        .ecsFields()
        .forEach(
            (field, value) -> {
              if (!own.containsKey(field)) {
                lookAtValues(value, any);
              }
            });
  }

  private void lookAtValues(@Nullable Object slot, FieldIndex fieldIndex) {
    if (slot instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        look(list.get(i), fieldIndex);
      }
    } else if (slot != null) {
      look(slot, fieldIndex);
    }
  }

  private void look(Object raw, FieldIndex fieldIndex) {
    if (++value == 0) {
      Arrays.fill(seen, 0);
      value = 1;
    }
    fieldIndex.look(raw, this);
  }

  /** The value that is looked at. */
  FoldedText text() {
    return text;
  }

  /** True if the literal has been found in the value that is looked at. */
  boolean knows(Literal literal) {
    return seen[literal.number()] == value;
  }

  /** The value that is looked at has that literal in its place. */
  void found(Literal literal) {
    seen[literal.number()] = value;
    for (int predicate : literal.sure()) {
      holdsTrue(predicate);
    }
    for (int predicate : literal.perhaps()) {
      suspect(predicate);
    }
  }

  /** A predicate may be true of this event: it is asked if a rule comes down to it. */
  void suspect(int predicate) {
    if (suspects.add(predicate)) {
      candidates.addAll(index.rulesOf(predicate));
    }
  }

  /** A predicate is true of this event. */
  void holdsTrue(int predicate) {
    if (truths.add(predicate)) {
      candidates.addAll(index.rulesOf(predicate));
    }
  }

  Event event() {
    if (event == null) {
      throw new IllegalStateException("No event has been taken up");
    }
    return event;
  }

  /** True if the evaluation that begins is to be timed: reading the clock costs more than most. */
  boolean isTimed() {
    return (++evaluations & TIMED - 1) == 0;
  }

  /** The rules that may be true; no other can be. */
  NumberSet candidates() {
    return candidates;
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
      for (Object value : event().nativeFields().values()) {
        all.add(new FieldValues(value));
      }
      for (Map.Entry<String, Object> field : event().ecsFields().entrySet()) {
        if (!event().nativeFields().containsKey(field.getKey())) {
          all.add(new FieldValues(field.getValue()));
        }
      }
      everything = all;
    }
    return all;
  }

  /**
   * What the predicate of that number says of this event, asked at most once.
   *
   * @throws StepBudgetException if that cannot be told
   */
  boolean holds(int predicate) {
    return truths.has(predicate)
        || ((index.mustBeAsked(predicate) || suspects.has(predicate)) && ask(predicate));
  }

  private boolean ask(int predicate) {
    byte answer = answers[predicate];
    if (answer == UNKNOWN) {
      answer = find(predicate);
      answers[predicate] = answer;
      answered.add(predicate);
    }
    if (answer == UNDECIDED) {
      throw Objects.requireNonNull(undecided);
    }
    return answer == TRUE;
  }

  private byte find(int predicate) {
    try {
      return index.predicate(predicate).holds(this) ? TRUE : FALSE;
    } catch (StepBudgetException e) {
      undecided = e;
      return UNDECIDED;
    }
  }
}
