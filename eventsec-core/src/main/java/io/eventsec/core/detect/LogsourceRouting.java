package io.eventsec.core.detect;

/** How an event tells which rules are about it. What an event does not tell rules out no rule. */
public enum LogsourceRouting {
  /** By {@code event.module} and {@code event.dataset}, for the modules that ship with EVENTSEC. */
  BY_MODULE,

  /**
   * By fields named {@code product}, {@code category} and {@code service}, which the sender has
   * filled with Sigma's own names.
   */
  BY_FIELDS,

  /** Not at all: every rule is about every event, but those about alerts. */
  NONE
}
