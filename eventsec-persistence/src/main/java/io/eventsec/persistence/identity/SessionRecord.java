package io.eventsec.persistence.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that is under way.
 *
 * @param userId whose session
 * @param csrfToken what calls that change something must show
 * @param createdAt when it started
 * @param lastSeenAt when it was last used
 * @param expiresAt when it ends, whatever happens
 */
public record SessionRecord(
    UUID userId, String csrfToken, Instant createdAt, Instant lastSeenAt, Instant expiresAt) {
  /** Everything but the token. */
  @Override
  public String toString() {
    return "SessionRecord[" + userId + " until " + expiresAt + ']';
  }
}
