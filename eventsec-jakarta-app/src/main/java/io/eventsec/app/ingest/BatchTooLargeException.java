package io.eventsec.app.ingest;

/** Thrown when a batch has more bytes or lines than the receiver takes. */
final class BatchTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BatchTooLargeException(String message) {
    super(message, null, false, false);
  }
}
