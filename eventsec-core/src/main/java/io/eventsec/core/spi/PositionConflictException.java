package io.eventsec.core.spi;

/** Thrown when a reader does not stand where its step starts, because another node moved it. */
public final class PositionConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public PositionConflictException(String message) {
    super(message);
  }

  /** With the reason, for a person, and its cause. */
  public PositionConflictException(String message, Throwable cause) {
    super(message, cause);
  }
}
