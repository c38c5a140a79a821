package io.eventsec.core.sigma.internal;

/** Something in a rule is wrong; whoever knows the place makes a problem of it. */
final class RuleFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String cure;

  RuleFault(String message, String cure) {
    super(message, null, false, false);
    this.cure = cure;
  }

  String problem() {
    return String.valueOf(getMessage());
  }

  String cure() {
    return cure;
  }
}
