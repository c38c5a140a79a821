package io.eventsec.core.sigma.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs an expression that needs a backtracking engine, counting its steps: each look at a character
 * is one. What takes too many is given up, so that no value can hold up the stream.
 */
final class SteppedRegex implements RegexProgram {
  /** About two milliseconds of work. */
  static final int BUDGET = 200_000;

  private final Pattern pattern;

  SteppedRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  @Override
  public boolean find(String text) {
    Matcher matcher = pattern.matcher(new Counted(text, pattern.pattern()));
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      // Groups recurse once a repetition: a long value runs out of stack before steps.
      throw new StepBudgetException(pattern.pattern(), text.length());
    }
  }

  @Override
  public boolean isLinear() {
    return false;
  }

  /** A text that counts how often it is looked at. For one thread. */
  private static final class Counted implements CharSequence {
    private final String text;
    private final String pattern;
    private int steps;

    Counted(String text, String pattern) {
      this.text = text;
      this.pattern = pattern;
    }

    @Override
    public char charAt(int index) {
      if (++steps > BUDGET) {
        throw new StepBudgetException(pattern, text.length());
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
