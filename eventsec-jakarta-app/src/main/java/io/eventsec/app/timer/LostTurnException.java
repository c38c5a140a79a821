package io.eventsec.app.timer;

/** Thrown when another node has taken over a job that this one was at. */
final class LostTurnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostTurnException(String job) {
    super("Another node has taken over " + job + "; this one stopped", null, false, false);
  }
}
