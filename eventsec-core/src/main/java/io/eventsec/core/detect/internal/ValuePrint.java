package io.eventsec.core.detect.internal;

/**
 * A number for a value, by which it is found again when it comes again: equal for equal values, and
 * mostly for no others. Of a text that is not short some characters count, at places that do not
 * wait for each other, because this is asked for each value of each event.
 */
final class ValuePrint {
  /** What {@link #of} says of a value that is not to be remembered. */
  static final int NONE = 0;

  private static final int LONGEST = 512;
  private static final int SHORT = 16;
  private static final int PARTS_BITS = 3;
  private static final int MIX = 0x9E3779B1;
  private static final int TWO = 31;
  private static final int FOUR = TWO * TWO;
  private static final int SIX = TWO * FOUR;
  private static final int EIGHT = TWO * SIX;
  private static final int TEN = TWO * EIGHT;
  private static final int TWELVE = TWO * TEN;

  private ValuePrint() {}

  /**
   * The number for a value.
   *
   * @param asker who wants to remember something of it
   */
  static int of(int asker, Object value) {
    if (!(value instanceof String text)) {
      return mixed(asker, value.hashCode());
    }
    int length = text.length();
    if (length > LONGEST) {
      return NONE;
    }
    return mixed(asker, length < SHORT ? ofAll(text, length) : ofSome(text, length));
  }

  private static int ofAll(String text, int length) {
    int hash = length;
    for (int i = 0; i < length; i++) {
      hash = TWO * hash + text.charAt(i);
    }
    return hash;
  }

  /** The last four characters, in which paths differ, and seven more evenly spread. */
  private static int ofSome(String text, int length) {
    int last = length - 1;
    int step = length >>> PARTS_BITS;
    return pair(text, last, 1)
        + FOUR * pair(text, last - 2, 1)
        + SIX * pair(text, last - step, step)
        + EIGHT * pair(text, last - 3 * step, step)
        + TEN * pair(text, last - 5 * step, step)
        + TWELVE * (text.charAt(last - 7 * step) + TWO * length);
  }

  private static int pair(String text, int place, int step) {
    return text.charAt(place) + TWO * text.charAt(place - step);
  }

  private static int mixed(int asker, int hash) {
    int mixed = (TWO * asker + hash) * MIX;
    return mixed == NONE ? 1 : mixed;
  }
}
