package io.eventsec.core.sigma.internal;

/** A regular expression that is ready to run. Immutable, safe for any number of threads. */
@FunctionalInterface
public interface RegexProgram {

  /**
   * True if the expression is found somewhere in the text.
   *
   * @throws StepBudgetException if that could not be told within the steps allowed
   */
  boolean find(String text);

  /** True if the time that takes grows with the length of the text and no faster. */
  default boolean isLinear() {
    return true;
  }
}
