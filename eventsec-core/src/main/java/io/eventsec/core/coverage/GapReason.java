package io.eventsec.core.coverage;

/** Why a rule has not seen some events. */
public enum GapReason {
  /** Another version of the rule ran: nothing to worry about. */
  VERSION,
  /** The rule did not run: it was not loaded yet, or disabled. */
  ABSENT,
  /** Events broke a rule; each is a dead letter, with the cause {@code detect.failed}. */
  FAILED,
  /** They came too late for the correlation. */
  LATE,
  /** They say that they happened much later than they were received. */
  AHEAD,
  /** They wait in the journal: no node runs, or those that do lag behind. */
  WAITING
}
