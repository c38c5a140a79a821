package io.eventsec.core.vuln.inventory;

/** Thrown when a document is no inventory; the message names what is wrong, and the rule. */
public final class UnreadableInventoryException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnreadableInventoryException(String message) {
    super(message);
  }

  public UnreadableInventoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
