package io.eventsec.app.security;

import io.eventsec.persistence.identity.TokenHash;
import io.eventsec.persistence.identity.UserAccount;
import java.time.Instant;

/**
 * A user who is signed in.
 *
 * @param user who
 * @param csrfToken what calls that change something must show
 * @param expiresAt when it ends, whatever happens
 * @param tokenHash of the token in the cookie
 */
public record Session(UserAccount user, String csrfToken, Instant expiresAt, TokenHash tokenHash) {

  /** Everything but the tokens. */
  @Override
  public String toString() {
    return "Session[" + user + " until " + expiresAt + ']';
  }
}
