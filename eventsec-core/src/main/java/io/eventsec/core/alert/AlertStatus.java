package io.eventsec.core.alert;

/** Where an alert stands with the people who look at it. */
public enum AlertStatus {
  /** Nobody has taken it up. */
  OPEN,
  /** Somebody works on it. */
  ACKNOWLEDGED,
  /** It is done with; it can be opened again. */
  CLOSED
}
