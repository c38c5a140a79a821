package io.eventsec.core.sigma.internal;

/** Something in a rule is wrong; whoever knows the place makes a problem of it. */
public final class RuleFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String cure;

  /** With what is wrong and what to do about it. */
  public RuleFault(String message, String cure) {
    super(message, null, false, false);
    this.cure = cure;
  }

  /** What is wrong. */
  public String problem() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String cure() {
    return cure;
  }
}
