package io.eventsec.core.alert;

/** What a line of an incident's history tells of. */
public enum IncidentChangeKind {
  /** It was created. */
  CREATED,
  /** What it is called. */
  TITLE,
  /** Its status. */
  STATUS,
  /** Who answers for it. */
  OWNER,
  /** Who works on it. */
  ASSIGNEE,
  /** Something became part of it. */
  ITEM_ADDED,
  /** Something is part of it no longer. */
  ITEM_REMOVED
}
