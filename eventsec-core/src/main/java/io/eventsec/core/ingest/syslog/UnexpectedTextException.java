package io.eventsec.core.ingest.syslog;

/** Something else stands there than the grammar has. Carries no stack trace. */
final class UnexpectedTextException extends Exception {
  private static final long serialVersionUID = 1L;

  UnexpectedTextException(String expected) {
    super(expected, null, false, false);
  }
}
