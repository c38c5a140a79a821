package io.eventsec.persistence.identity;

/** Thrown when a name that must be unique in a tenant is in use. */
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public NameTakenException(String message) {
    super(message);
  }
}
