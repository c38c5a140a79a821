package io.eventsec.app.gate;

/** Thrown when the schema was not ready within the time that somebody could wait. */
public final class GateClosedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With the versions, the missing tables and the cure. */
  GateClosedException(String reason) {
    super(reason, null, false, false);
  }
}
