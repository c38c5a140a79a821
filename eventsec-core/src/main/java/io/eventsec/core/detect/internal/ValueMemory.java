package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/**
 * What values were found to have, for those that come again: most fields of a log have few values,
 * and to recall one costs a tenth of a look. Nothing is kept before its second coming, so that what
 * is different every time takes no room. Bounded; for one thread.
 */
final class ValueMemory {
  private static final int PLACES = 2_048;

  /** A field of which so much more was missed than recalled is asked for one of {@link #SELDOM}. */
  private static final int HOPELESS = 64;

  private static final int SELDOM = 32;

  /** One value recalled saves what so many take that are asked for in vain. */
  private static final int WORTH = 8;

  private final RuleIndex index;
  private final @Nullable KnownValue[] known = new KnownValue[PLACES];
  private final int[] met = new int[PLACES];
  private final int[] misses;
  private int asked;
  private int print;

  ValueMemory(RuleIndex index) {
    this.index = index;
    misses = new int[index.fieldCount()];
  }

  /**
   * What such a look has found in the value; null if that is not remembered.
   *
   * @param field in which the value is, see {@link RuleIndex#fieldOfOther}
   */
  @Nullable KnownValue recall(ValueLook look, Route route, int field, Object value) {
    print = ValuePrint.NONE;
    if (misses[field] >= HOPELESS && (++asked & SELDOM - 1) != 0) {
      return null;
    }
    print = ValuePrint.of(31 * route.number() + look.number(), value);
    if (print == ValuePrint.NONE) {
      return null;
    }
    KnownValue found = known[place(print)];
    if (found != null
        && found.look() == look
        && found.route() == route
        && found.value().equals(value)) {
      misses[field] = Math.max(0, misses[field] - WORTH);
      return found;
    }
    misses[field] = Math.min(HOPELESS, misses[field] + 1);
    return null;
  }

  /** Remembers what was found in the value that was asked for last, if it has come before. */
  void keep(ValueLook look, Route route, Object value, ValueScan found) {
    if (print == ValuePrint.NONE) {
      return;
    }
    int place = place(print);
    if (met[place] == print) {
      known[place] = KnownValue.of(look, route, value, found, index);
    }
    met[place] = print;
  }

  private static int place(int print) {
    return print >>> Integer.SIZE - Integer.numberOfTrailingZeros(PLACES);
  }
}
