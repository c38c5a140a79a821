package io.eventsec.persistence.audit;

/** How something that somebody wanted to do came out. */
public enum AuditOutcome {
  /** It was done. */
  DONE,
  /** They may not do it. */
  REFUSED,
  /** It was tried and did not work. */
  FAILED
}
