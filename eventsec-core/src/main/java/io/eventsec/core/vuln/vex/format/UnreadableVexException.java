package io.eventsec.core.vuln.vex.format;

/** Thrown when a document, or a statement of one, is no VEX; names what is wrong, and the rule. */
public final class UnreadableVexException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableVexException(String message) {
    super(message);
  }

  public UnreadableVexException(String message, Throwable cause) {
    super(message, cause);
  }
}
