package io.eventsec.core.alert;

/** What a line of an alert's history tells of. */
public enum AlertChangeKind {
  /** Its status. */
  STATUS,
  /** Who answers for it. */
  OWNER,
  /** Who works on it. */
  ASSIGNEE
}
