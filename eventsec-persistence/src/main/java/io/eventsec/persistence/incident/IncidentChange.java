package io.eventsec.persistence.incident;

import io.eventsec.core.event.Tenant;
import io.eventsec.persistence.internal.Limits;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an incident that a user asks for.
 *
 * @param tenant whose incident
 * @param incident which
 * @param expectedRevision the revision the user saw
 * @param userId who asks, a user of the same tenant
 * @param step what shall be done
 * @param comment what the user says to it, at most 4,000 characters
 */
public record IncidentChange(
    Tenant tenant,
    UUID incident,
    int expectedRevision,
    UUID userId,
    IncidentStep step,
    Optional<String> comment) {
  private static final int LONGEST_COMMENT = 4000;

  /**
   * Checks the comment.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public IncidentChange {
    comment.ifPresent(text -> Limits.length("Comment", text, 0, LONGEST_COMMENT));
  }
}
