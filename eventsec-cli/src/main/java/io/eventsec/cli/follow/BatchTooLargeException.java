package io.eventsec.cli.follow;

/** The server takes only smaller batches. */
final class BatchTooLargeException extends Exception {
  private static final long serialVersionUID = 1L;

  BatchTooLargeException(String reason) {
    super(reason, null, false, false);
  }
}
