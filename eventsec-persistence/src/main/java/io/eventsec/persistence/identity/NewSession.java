package io.eventsec.persistence.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A session to be started.
 *
 * @param tokenHash of the token in the cookie
 * @param userId whose session
 * @param csrfToken what calls that change something must show
 * @param createdAt now
 * @param expiresAt when it ends, whatever happens; after {@code createdAt}
 */
public record NewSession(
    TokenHash tokenHash, UUID userId, String csrfToken, Instant createdAt, Instant expiresAt) {
  /** Everything but the tokens. */
  @Override
  public String toString() {
    return "NewSession[" + userId + " until " + expiresAt + ']';
  }
}
