package io.eventsec.core.spi;

/**
 * Thrown when a store does not answer, answers with a failure that passes, or asks to wait. Nothing
 * is known about what was under way; doing it again is harmless.
 */
public final class StoreUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public StoreUnavailableException(String message) {
    super(message);
  }

  /** With the reason, for a person, and its cause. */
  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
