package io.eventsec.core.intel.feed.internal;

import io.eventsec.core.intel.feed.SkipReason;

/** Something of a feed is skipped. Never leaves this package. */
final class SkippedException extends Exception {
  private static final long serialVersionUID = 1L;
  private final SkipReason reason;

  SkippedException(SkipReason reason, String message) {
    // Feeds may hold many of them, and nobody looks at their traces.
    super(message, null, false, false);
    this.reason = reason;
  }

  SkipReason reason() {
    return reason;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
