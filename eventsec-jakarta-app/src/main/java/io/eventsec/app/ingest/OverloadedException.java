package io.eventsec.app.ingest;

/** Thrown when taking a batch in would need more memory than is set aside for batches. */
final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverloadedException(String message) {
    super(message, null, false, false);
  }
}
