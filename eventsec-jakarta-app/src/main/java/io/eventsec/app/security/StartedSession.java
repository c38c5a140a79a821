package io.eventsec.app.security;

/**
 * A session that has just begun.
 *
 * @param session which
 * @param token for the cookie, and for nothing else
 */
public record StartedSession(Session session, String token) {

  /** Everything but the token. */
  @Override
  public String toString() {
    return session.toString();
  }
}
