package io.eventsec.persistence.alert;

import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertStatus;
import io.eventsec.core.event.Tenant;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of an alert's status that a user asks for.
 *
 * @param tenant whose alert
 * @param alert which
 * @param expectedRevision the revision the user saw
 * @param status where it shall stand
 * @param userId who asks, a user of the same tenant
 * @param comment what the user says to it, at most 4,000 characters
 */
public record StatusChange(
    Tenant tenant,
    AlertId alert,
    int expectedRevision,
    AlertStatus status,
    UUID userId,
    Optional<String> comment) {
  /** How many characters a comment may have. */
  static final int LONGEST_COMMENT = 4000;

  /**
   * Checks the comment.
   *
   * @throws IllegalArgumentException if it is too long
   */
  public StatusChange {
    if (comment.isPresent() && comment.get().length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException(
          "Comment of " + comment.get().length() + " characters: use at most " + LONGEST_COMMENT);
    }
  }
}
