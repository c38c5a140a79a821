package io.eventsec.core.detect.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Numbers the fields that a rule set asks for. Filled while compiling, only read afterwards. */
final class FieldTable {
  private final Map<String, Integer> numbers = new HashMap<>();

  /** What the names that have blanks are without them. */
  private final Set<String> joinedNames = new HashSet<>();

  /** True if one rule asks for {@code Threat Name} and another for {@code ThreatName}. */
  private boolean bothForms;

  /**
   * What a field of an event is to the rules.
   *
   * @param value its number, below 0 if nobody asks for it
   * @param joins whether rules may ask for it by its name without blanks
   */
  record Number(int value, boolean joins) {
    private static final Number NONE = new Number(-1, false);
    private static final Number OTHER_FORM = new Number(-1, true);

    boolean isGiven() {
      return value >= 0;
    }
  }

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

  /** The number of an event's field. */
  Number find(String field) {
    Integer number = numbers.get(field);
    if (number == null) {
      return hasBlanks(field) ? Number.OTHER_FORM : Number.NONE;
    }
    // A field that has a number is asked for as it is; mostly nobody asks for its other form.
    return new Number(number, bothForms && hasBlanks(field));
  }

  /** The number of what a field's name is without its blanks; none if it has no blanks. */
  Number findJoined(String field) {
    return hasBlanks(field) ? find(joined(field)) : Number.NONE;
  }

  private static boolean hasBlanks(String field) {
    return field.indexOf(' ') >= 0;
  }

  private static String joined(String field) {
    return field.replace(" ", "");
  }
}
