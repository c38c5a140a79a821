package io.eventsec.app.ingest;

/** Thrown when a body is not what its headers say, ends too early, or comes too slowly. */
final class UnreadableBatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableBatchException(String message) {
    super(message, null, false, false);
  }
}
