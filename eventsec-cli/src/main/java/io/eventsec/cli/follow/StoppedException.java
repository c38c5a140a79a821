package io.eventsec.cli.follow;

/** Thrown into waiting that the end of the collector makes pointless. */
final class StoppedException extends Exception {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("The collector is being stopped", null, false, false);
  }
}
