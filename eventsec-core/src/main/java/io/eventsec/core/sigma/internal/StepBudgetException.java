package io.eventsec.core.sigma.internal;

/** A regular expression took more steps over a text than it may. */
public final class StepBudgetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StepBudgetException(String pattern, int length) {
    super(
        "The regular expression "
            + Problems.shown(pattern)
            + " took more than "
            + SteppedRegex.BUDGET
            + " steps over a value of "
            + length
            + " characters",
        null,
        false,
        false);
  }
}
