package io.eventsec.core.detect.internal;

/** How often runs of characters stand in what is logged, by the characters alone. */
final class Rarity {
  /** From common to seldom, in command lines, paths and messages. */
  private static final String COMMON = "e\\ tsoinarcdl.mp:uwf-h0xg/1_b23\"v=5y4k678,9";

  private static final int SELDOM = 3;

  private Rarity() {}

  /** The commoner, the more. */
  static int of(CharSequence text, int from, int to) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int place = COMMON.indexOf(text.charAt(i));
      sum += place < 0 ? SELDOM : COMMON.length() + SELDOM - place;
    }
    return sum;
  }
}
