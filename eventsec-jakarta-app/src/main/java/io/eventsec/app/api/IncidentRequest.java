package io.eventsec.app.api;

import org.jspecify.annotations.Nullable;

/**
 * A change of an incident: at least one of the first four.
 *
 * @param title what it shall be called, 1 to 300 characters
 * @param status where it shall stand
 * @param owner who shall answer for it: the id of a user, or {@code none}
 * @param assignee who shall work on it: the id of a user, or {@code none}
 * @param comment what the user says to it, at most 4,000 characters
 */
public record IncidentRequest(
    @Nullable String title,
    @Nullable String status,
    @Nullable String owner,
    @Nullable String assignee,
    @Nullable String comment) {
  CaseRequest besidesTitle() {
    return new CaseRequest(status, owner, assignee, comment);
  }
}
