package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.CaseRole;
import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an alert's owner or assignee that a user asks for.
 *
 * @param tenant whose alert
 * @param alert which
 * @param expectedRevision the revision the user saw
 * @param role which of the two
 * @param subject who shall have it since, a user of the same tenant who may sign in; empty for
 *     nobody
 * @param userId who asks, a user of the same tenant
 * @param comment what the user says to it, at most 4,000 characters
 */
public record Appointment(
    Tenant tenant,
    AlertId alert,
    int expectedRevision,
    CaseRole role,
    Optional<UUID> subject,
    UUID userId,
    Optional<String> comment) {
  /**
   * Checks the comment.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public Appointment {
    comment.ifPresent(text -> Limits.length("Comment", text, 0, StatusChange.LONGEST_COMMENT));
  }
}
