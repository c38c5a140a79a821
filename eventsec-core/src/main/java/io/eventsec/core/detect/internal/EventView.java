package io.eventsec.core.detect.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.internal.StepBudgetException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
  private final ValueScan scan;
  private final ValueMemory memory;
  private final RuleTally tally;
  private final FieldFiller filler;
  private final NumberSet truths;

  /** Predicates that cannot do without a literal which has been found. */
  private final NumberSet suspects;

  private final NumberSet candidates;
  private final byte[] answers;
  private final IntList answered = new IntList();
  private @Nullable StepBudgetException undecided;

  /** By field: one more than the place of its value, 0 if the event has none. */
  private final int[] places;

  /**
   * By place: the field's number; of a field that has none, which is here if somebody looks for
   * keywords, one more than how many such came before it, negated.
   */
  private final IntList present = new IntList();

  /** How many fields without a number are present. */
  private int others;

  /** Places of values that made predicates true, in the order in which they did. */
  private final IntList holders = new IntList();

  /** For each of those, which element of the value it was, if that is a list. */
  private final IntList elements = new IntList();

  /** And how many predicates were true then. */
  private final IntList heldUntil = new IntList();

  /** The logsource of the last event, and where it led. */
  private @Nullable EventLogsource routed;

  private @Nullable Route route;
  private boolean wantsOthers;
  private int evaluations;
  private @Nullable EventValues values;

  EventView(RuleIndex index) {
    this.index = index;
    this.truths = new NumberSet(index.predicateCount());
    this.suspects = new NumberSet(index.predicateCount());
    this.candidates = new NumberSet(index.ruleCount());
    this.answers = new byte[index.predicateCount()];
    this.places = new int[index.fields().size()];
    this.scan = new ValueScan(index.literalCount());
    this.memory = new ValueMemory(index);
    this.tally = new RuleTally(index.ruleCount());
    this.filler = new FieldFiller(index.fields(), this);
  }

  /**
   * Where an event's logsource leads: mostly where the last one's did, and then nothing is looked
   * up.
   */
  Route route(EventLogsource logsource, Function<EventLogsource, Route> routes) {
    Route last = route;
    if (last == null || !logsource.equals(routed)) {
      last = routes.apply(logsource);
      route = last;
      routed = logsource;
    }
    return last;
  }

  /** Takes an event up, and finds the rules that it may match. */
  void open(Event event, Route route) {
    EventValues values = new EventValues(event);
    this.values = values;
    ValueLook look = route.lookAtOthers();
    wantsOthers = look != null;
    filler.fill(event);
    candidates.addAll(route.always());
    for (int place = 0; place < present.size(); place++) {
      int field = present.get(place);
      if (field < 0) {
        lookAtValues(values, place, look, route, index.fieldOfOther(-1 - field));
      } else {
        candidates.addAll(index.rulesOfField(field));
        lookAtValues(values, place, route.look(field), route, field);
      }
    }
    for (Predicate.Present one : route.presences()) {
      if (!has(one.field()) && hasBelow(one.name())) {
        candidates.addAll(index.rulesOfField(one.field()));
      }
    }
  }

  /** Lets go of the event. */
  void close() {
    for (int place = 0; place < present.size(); place++) {
      int field = present.get(place);
      if (field >= 0) {
        places[field] = 0;
      }
    }
    for (int i = 0; i < answered.size(); i++) {
      answers[answered.get(i)] = UNKNOWN;
    }
    present.clear();
    others = 0;
    answered.clear();
    truths.clear();
    holders.clear();
    elements.clear();
    heldUntil.clear();
    suspects.clear();
    candidates.clear();
    scan.text().trim();
    values = null;
    undecided = null;
  }

  /** Puts the value of a field that has none yet. */
  void put(int field, Object value) {
    taken().add(value);
    present.add(field);
    places[field] = present.size();
  }

  /** True if the values of fields without a number are to be put too. */
  boolean wantsOthers() {
    return wantsOthers;
  }

  /** Puts the value of a field that has no number. */
  void putOther(Object value) {
    taken().add(value);
    present.add(- ++others);
  }

  private void lookAtValues(
      EventValues values, int place, @Nullable ValueLook look, Route route, int field) {
    if (look == null) {
      return;
    }
    Object value = values.get(place);
    // Text first: to find that a class has not got an interface takes longer than all else here.
    if (!(value instanceof String) && value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        lookAt(list.get(i), look, route, field);
        noteHolder(place, i);
      }
    } else {
      lookAt(value, look, route, field);
      noteHolder(place, 0);
    }
  }

  private void lookAt(Object value, ValueLook look, Route route, int field) {
    if (value instanceof String text && text.length() < look.shortest()) {
      return;
    }
    KnownValue known = memory.recall(look, route, field, value);
    if (known == null) {
      look.at(value, scan);
      memory.keep(look, route, value, scan);
      found(scan);
    } else {
      truths.addAll(known.sure());
      suspects.addAll(known.perhaps());
      candidates.addAll(known.rules());
    }
  }

  /** That value was looked at: what is true now and was not before, is true by it. */
  private void noteHolder(int place, int element) {
    int before = heldUntil.size() == 0 ? 0 : heldUntil.get(heldUntil.size() - 1);
    if (truths.size() > before) {
      holders.add(place);
      elements.add(element);
      heldUntil.add(truths.size());
    }
  }

  private void found(ValueScan found) {
    for (int i = 0; i < found.sure().size(); i++) {
      note(truths, found.sure().get(i));
    }
    for (int i = 0; i < found.perhaps().size(); i++) {
      note(suspects, found.perhaps().get(i));
    }
  }

  /** A predicate is true of this event, or may be: rules that need it are worth a try. */
  private void note(NumberSet predicates, int predicate) {
    if (predicates.add(predicate)) {
      candidates.addAll(index.rulesOf(predicate));
    }
  }

  Event event() {
    return taken().event();
  }

  private EventValues taken() {
    if (values == null) {
      throw new IllegalStateException("No event has been taken up");
    }
    return values;
  }

  /** What was tried for this and earlier events. */
  RuleTally tally() {
    return tally;
  }

  /** True if the evaluation that begins is to be timed: reading the clock costs more than most. */
  boolean isTimed() {
    return (++evaluations & TIMED - 1) == 0;
  }

  /** The rules that may be true; no other can be. */
  NumberSet candidates() {
    return candidates;
  }

  /**
   * The first value, in the order of {@link #everything}, of which a look has told that a predicate
   * is true; null if none has.
   */
  @Nullable Object holder(int predicate) {
    int place = truths.placeOf(predicate);
    int held = 0;
    while (place >= 0 && heldUntil.get(held) <= place) {
      held++;
    }
    return place < 0 ? null : taken().all(holders.get(held)).raw(elements.get(held));
  }

  boolean has(int field) {
    return places[field] != 0;
  }

  /**
   * True if the sender's field of that name is an object, or a list of those, that has a value
   * somewhere. Looks through the names of the event, so it is for what is seldom asked.
   */
  boolean hasBelow(String name) {
    for (String field : event().nativeFields().keySet()) {
      if (field.length() > name.length()
          && field.charAt(name.length()) == '.'
          && field.startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  /** The field's values; null if the event hasn't got it. */
  @Nullable FieldValues values(int field) {
    int place = places[field];
    return place == 0 ? null : taken().all(place - 1);
  }

  /** The values of every field, for keywords: the sender's first. */
  List<FieldValues> everything() {
    return taken().everything();
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

  /** The predicates that are true, of those that a look tells of. */
  NumberSet truths() {
    return truths;
  }

  /** Those that may be. */
  NumberSet suspects() {
    return suspects;
  }

  /** What {@link #holds} says of a predicate of which the looks have not told enough. */
  boolean ask(int predicate) {
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

  /** True if the predicate of that number is true for certain. */
  boolean isSure(int predicate) {
    try {
      return holds(predicate);
    } catch (StepBudgetException e) {
      return false;
    }
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
