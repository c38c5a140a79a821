package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.FindingStatus;

/** Thrown when a finding cannot be moved so; the message names the move and what is possible. */
public final class FindingMoveRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final FindingStatus from;
  private final FindingStatus to;

  FindingMoveRefusedException(FindingStatus from, FindingStatus to, String rule) {
    super("What is " + from.words() + " cannot become " + to.words() + ": " + rule);
    this.from = from;
    this.to = to;
  }

  /** Where the finding stands, and stays. */
  public FindingStatus from() {
    return from;
  }

  /** Where it was to go. */
  public FindingStatus to() {
    return to;
  }
}
