package io.eventsec.app.api;

import io.eventsec.persistence.policy.ExceptionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events that a rule shall not see.
 *
 * @param id its id
 * @param ruleId of which rule
 * @param detection which events: the YAML below {@code detection} of a Sigma rule
 * @param reason why
 * @param owner who answers for it
 * @param createdBy who made it
 * @param createdAt when
 * @param expiresAt events that happen from then on are seen again
 * @param endedBy who ended it before; null if nobody did
 * @param endedAt when; null if nobody did
 * @param inForce whether it keeps events from the rule that happen now
 * @param hits how many events it has kept from the rule
 * @param lastHitAt when the last of them happened; null if there are none
 */
public record RuleExceptionJson(
    String id,
    String ruleId,
    String detection,
    String reason,
    PersonJson owner,
    PersonJson createdBy,
    Instant createdAt,
    Instant expiresAt,
    Optional<PersonJson> endedBy,
    Optional<Instant> endedAt,
    boolean inForce,
    long hits,
    Optional<Instant> lastHitAt) {
  static RuleExceptionJson of(ExceptionRecord exception) {
    return new RuleExceptionJson(
        exception.id().toString(),
        exception.ruleId(),
        exception.detection(),
        exception.reason(),
        PersonJson.of(exception.owner()),
        PersonJson.of(exception.createdBy()),
        exception.createdAt(),
        exception.expiresAt(),
        exception.ended().map(end -> PersonJson.of(end.by())),
        exception.ended().map(ExceptionRecord.End::at),
        exception.ended().isEmpty() && exception.expiresAt().isAfter(Instant.now()),
        exception.hits(),
        exception.lastHitAt());
  }

  /**
   * The exceptions of a rule.
   *
   * @param items newest first, 500 at most
   */
  public record Listing(List<RuleExceptionJson> items) {}

  /**
   * An exception to be made.
   *
   * @param detection which events: the YAML, or JSON, below {@code detection} of a Sigma rule, at
   *     most 20,000 characters
   * @param reason why, 1 to 1,000 characters
   * @param owner who answers for it: the id of a user; the caller if it is left out
   * @param expiresAt when somebody shall look at it again, within a year from now, ISO-8601
   */
  public record Request(
      @Nullable String detection,
      @Nullable String reason,
      @Nullable String owner,
      @Nullable String expiresAt) {}
}
