package io.eventsec.core.detect.internal;

import org.jspecify.annotations.Nullable;

/**
 * What values were found to have, for those that come again: most fields of a log have few values,
 * and to recall one costs a tenth of a look. Nothing is kept before its second coming, so that what
 * is different every time takes no room. Bounded; for one thread.
 */
final class ValueMemory {
  private static final int PLACES = 2_048;
  private static final int LONGEST = 512;
  private static final int MIX = 0x9E3779B1;

  /** So many characters of a text, or up to twice as many, tell it from others well enough. */
  private static final int SAMPLE_BITS = 4;

  /** A field of which nothing was recalled so often is asked for one value in {@link #SELDOM}. */
  private static final int HOPELESS = 64;

  private static final int SELDOM = 32;

  private final RuleIndex index;
  private final @Nullable Known[] known = new Known[PLACES];
  private final int[] met = new int[PLACES];
  private final int[] misses;
  private int asked;
  private int print;

  /**
   * A value and the predicates that it bears on. Not changed by anybody.
   *
   * @param route whose rules ask them
   * @param sure those that are true of it
   * @param perhaps those that may be
   * @param rules that become worth a try by that
   */
  record Known(ValueLook look, Route route, Object value, int[] sure, int[] perhaps, int[] rules) {

    private static Known of(
        ValueLook look, Route route, Object value, ValueScan found, RuleIndex index) {
      int[] sure = route.asked(found.sure());
      int[] perhaps = route.asked(found.perhaps());
      return new Known(look, route, value, sure, perhaps, route.rulesOf(sure, perhaps, index));
    }
  }

  ValueMemory(RuleIndex index) {
    this.index = index;
    misses = new int[index.fieldCount()];
  }

  /**
   * What such a look has found in the value; null if that is not remembered.
   *
   * @param field in which the value is, see {@link RuleIndex#fieldOfOther}
   */
  @Nullable Known recall(ValueLook look, Route route, int field, Object value) {
    print = 0;
    if (misses[field] >= HOPELESS && (++asked & SELDOM - 1) != 0) {
      return null;
    }
    print = print(31 * route.number() + look.number(), value);
    if (print == 0) {
      return null;
    }
    Known found = known[place(print)];
    if (found != null && found.look == look && found.route == route && found.value.equals(value)) {
      misses[field] = 0;
      return found;
    }
    misses[field]++;
    return null;
  }

  /** Remembers what was found in the value that was asked for last, if it has come before. */
  void keep(ValueLook look, Route route, Object value, ValueScan found) {
    if (print == 0) {
      return;
    }
    int place = place(print);
    if (met[place] == print) {
      known[place] = Known.of(look, route, value, found, index);
    }
    met[place] = print;
  }

  /** Equal for equal values, and mostly for no others; 0 for what is not to be remembered. */
  private static int print(int asker, Object value) {
    if (!(value instanceof String text)) {
      return mixed(asker, value.hashCode());
    }
    int length = text.length();
    if (length > LONGEST) {
      return 0;
    }
    int step = Math.max(1, length >>> SAMPLE_BITS);
    int hash = length;
    for (int i = length - 1; i >= 0; i -= step) {
      hash = 31 * hash + text.charAt(i);
    }
    return mixed(asker, hash);
  }

  private static int mixed(int asker, int hash) {
    int mixed = (31 * asker + hash) * MIX;
    return mixed == 0 ? 1 : mixed;
  }

  private static int place(int print) {
    return print >>> Integer.SIZE - Integer.numberOfTrailingZeros(PLACES);
  }
}
