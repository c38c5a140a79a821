package io.eventsec.core.alert;

/** In what way an alert or an incident is a person's. */
public enum CaseRole {
  /** Answers for it until it is closed, also when the shift changes. */
  OWNER,
  /** Works on it now. */
  ASSIGNEE
}
