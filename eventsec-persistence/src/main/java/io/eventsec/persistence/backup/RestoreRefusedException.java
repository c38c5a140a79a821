package io.eventsec.persistence.backup;

/** Thrown when a database is not one that the backup may be restored into; it is as it was. */
public final class RestoreRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason and the cure, for a person. */
  public RestoreRefusedException(String message) {
    super(message);
  }
}
