package io.eventsec.persistence.policy;

import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exception, in force or not.
 *
 * @param id its id
 * @param ruleId the rule's id
 * @param detection which events, as they were given
 * @param reason why
 * @param owner who answers for it
 * @param createdBy who made it
 * @param createdAt when
 * @param expiresAt events from then on are seen again
 * @param ended who ended it before, and when; empty if nobody did
 * @param hits how many events it has kept from the rule
 * @param lastHitAt when the last of them happened; empty if there are none
 */
public record ExceptionRecord(
    UUID id,
    String ruleId,
    String detection,
    String reason,
    UserRef owner,
    UserRef createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<End> ended,
    long hits,
    Optional<Instant> lastHitAt) {
  /**
   * How it ended before its time.
   *
   * @param by who ended it
   * @param at when
   */
  public record End(UserRef by, Instant at) {}
}
