package io.eventsec.core.intel.feed.internal;

/** A feed cannot be read any further. Never leaves this package. */
final class FeedEndedException extends Exception {
  private static final long serialVersionUID = 1L;

  FeedEndedException(String message) {
    super(message);
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
