package io.eventsec.core.alert;

/** What can be part of an incident. */
public enum IncidentItemKind {
  /** An alert. */
  ALERT,
  /** A host or device. */
  ASSET,
  /** A single event. */
  EVENT
}
