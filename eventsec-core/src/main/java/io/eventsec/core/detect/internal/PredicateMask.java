package io.eventsec.core.detect.internal;

import java.util.Arrays;

/**
 * Several predicates that are asked together, as bits of words: those of one item have mostly
 * numbers side by side, and one word tells of them all. Immutable.
 */
final class PredicateMask {
  private final int[] words;
  private final long[] bits;

  /**
   * Makes one.
   *
   * @param predicates their numbers, of predicates that a look tells of
   */
  PredicateMask(int[] predicates) {
    Arrays.sort(predicates);
    int[] found = new int[predicates.length];
    long[] masks = new long[predicates.length];
    int size = 0;
    for (int one : predicates) {
      int word = one >>> NumberSet.WORD;
      if (size == 0 || found[size - 1] != word) {
        found[size++] = word;
      }
      masks[size - 1] |= 1L << one;
    }
    words = Arrays.copyOf(found, size);
    bits = Arrays.copyOf(masks, size);
  }

  /** True if one of them is true of the event. */
  boolean holdsAny(EventView view) {
    for (int i = 0; i < words.length; i++) {
      if ((view.truths().word(words[i]) & bits[i]) != 0) {
        return true;
      }
    }
    for (int i = 0; i < words.length; i++) {
      long open = view.suspects().word(words[i]) & bits[i];
      for (; open != 0; open &= open - 1) {
        if (view.ask(number(words[i], open))) {
          return true;
        }
      }
    }
    return false;
  }

  /** True if each of them is true of the event. */
  boolean holdsAll(EventView view) {
    for (int i = 0; i < words.length; i++) {
      long possible = view.truths().word(words[i]) | view.suspects().word(words[i]);
      if ((possible & bits[i]) != bits[i]) {
        return false;
      }
    }
    for (int i = 0; i < words.length; i++) {
      long open = ~view.truths().word(words[i]) & bits[i];
      for (; open != 0; open &= open - 1) {
        if (!view.ask(number(words[i], open))) {
          return false;
        }
      }
    }
    return true;
  }

  private static int number(int word, long open) {
    return (word << NumberSet.WORD) + Long.numberOfTrailingZeros(open);
  }
}
