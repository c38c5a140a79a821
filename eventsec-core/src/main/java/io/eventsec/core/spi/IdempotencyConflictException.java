package io.eventsec.core.spi;

/** Thrown when a batch key is used again for other content. */
public final class IdempotencyConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public IdempotencyConflictException(String message) {
    super(message);
  }

  /** With the reason, for a person, and its cause. */
  public IdempotencyConflictException(String message, Throwable cause) {
    super(message, cause);
  }
}
