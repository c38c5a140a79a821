package io.eventsec.core.correlate;

import io.eventsec.core.sigma.SigmaCorrelation;

/**
 * An event that a correlation could not take up.
 *
 * @param rule the correlation
 * @param event the event
 * @param source the name of the source it was sent under
 * @param reason why not
 */
public record UntimelyEvent(SigmaCorrelation rule, EventRef event, String source, Reason reason) {

  /** What is wrong with its time. */
  public enum Reason {
    /** It came later than the lateness allows: what happened around it has been answered. */
    LATE,
    /** It says that it happened much later than it was received, or at no time that can be. */
    AHEAD
  }
}
