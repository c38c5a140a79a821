package io.eventsec.persistence.schema;

/** Thrown when the schema is at another version than this build needs once migration is done. */
public final class SchemaMismatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the reason, for a person. */
  public SchemaMismatchException(String message) {
    super(message);
  }
}
