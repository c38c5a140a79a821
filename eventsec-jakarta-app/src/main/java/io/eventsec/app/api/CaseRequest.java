package io.eventsec.app.api;

import org.jspecify.annotations.Nullable;

/**
 * A change of an alert: at least one of the first three.
 *
 * @param status where it shall stand
 * @param owner who shall answer for it: the id of a user, or {@code none}
 * @param assignee who shall work on it: the id of a user, or {@code none}
 * @param comment what the user says to it, at most 4,000 characters
 */
public record CaseRequest(
    @Nullable String status,
    @Nullable String owner,
    @Nullable String assignee,
    @Nullable String comment) {
  boolean saysNothing() {
    return status == null && owner == null && assignee == null;
  }
}
