package io.eventsec.persistence.policy;

import io.eventsec.core.policy.ExceptionFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * An exception to be made.
 *
 * @param filter which events, of which rule, until when
 * @param reason why, 1 to 1,000 characters
 * @param owner who answers for it
 * @param createdBy who makes it
 * @param createdAt now
 */
public record NewException(
    ExceptionFilter filter, String reason, UUID owner, UUID createdBy, Instant createdAt) {
  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Checks reason and expiry.
   *
   * @throws IllegalArgumentException if the reason is empty or too long, or the exception does not
   *     expire within a year from now
   */
  public NewException {
    RuleSettingChange.checkReason(reason);
    Instant expires = filter.expiresAt();
    if (!expires.isAfter(createdAt) || expires.isAfter(createdAt.plus(LONGEST))) {
      throw new IllegalArgumentException(
          "is not within a year from now: choose when somebody shall look at it again");
    }
  }
}
