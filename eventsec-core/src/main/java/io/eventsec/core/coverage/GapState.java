package io.eventsec.core.coverage;

/** What can be done about a gap, and what has been. */
public enum GapState {
  /** The journal has the events: the rule can be run over them. */
  OPEN,
  /** Somebody has asked for it. */
  QUEUED,
  /** The rule has been run over them since. */
  REEVALUATED,
  /** The journal no longer has the events. */
  GONE
}
