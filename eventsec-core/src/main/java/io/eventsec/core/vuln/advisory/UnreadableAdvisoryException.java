package io.eventsec.core.vuln.advisory;

/** Thrown when a record of a feed is no advisory; the message names what is wrong, and the rule. */
public final class UnreadableAdvisoryException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableAdvisoryException(String message) {
    super(message);
  }

  public UnreadableAdvisoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
