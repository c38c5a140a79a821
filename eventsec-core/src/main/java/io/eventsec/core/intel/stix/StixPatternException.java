package io.eventsec.core.intel.stix;

/** Thrown for a text that is no pattern of STIX 2.1. */
public final class StixPatternException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int position;

  StixPatternException(String message, int position) {
    super(message);
    this.position = position;
  }

  /** The character of the pattern, from 0 on, at which it is none. */
  public int position() {
    return position;
  }
}
