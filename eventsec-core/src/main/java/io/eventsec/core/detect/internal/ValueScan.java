package io.eventsec.core.detect.internal;

import java.util.Arrays;

/**
 * A look at one value: its text, and the predicates that it bears on. Used again for the next
 * value; for one thread.
 */
final class ValueScan {
  private final FoldedText text = new FoldedText();
  private final IntList sure = new IntList();
  private final IntList perhaps = new IntList();

  /** By literal: the value that it was last found in. */
  private final int[] seen;

  private int value;

  /**
   * For the indexes of a rule set.
   *
   * @param literals how many they have
   */
  ValueScan(int literals) {
    seen = new int[literals];
  }

  /** Turns to the next value. */
  void next() {
    sure.clear();
    perhaps.clear();
    if (++value == 0) {
      Arrays.fill(seen, 0);
      value = 1;
    }
  }

  FoldedText text() {
    return text;
  }

  /** The value has that literal in its place. */
  void found(Literal literal) {
    if (seen[literal.number()] != value) {
      seen[literal.number()] = value;
      sure.addAll(literal.sure());
      perhaps.addAll(literal.perhaps());
    }
  }

  /** A predicate is true of the value. */
  void holdsTrue(int predicate) {
    sure.add(predicate);
  }

  /** A predicate may be true of the value: it is asked if a rule comes down to it. */
  void suspect(int predicate) {
    perhaps.add(predicate);
  }

  /** The predicates that are true of the value. */
  IntList sure() {
    return sure;
  }

  /** Those that may be. */
  IntList perhaps() {
    return perhaps;
  }
}
