package io.eventsec.persistence.identity;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions. In the caller's transaction. Not thread-safe. */
public final class Sessions {
  private final EntityManager entities;

  /** The sessions behind this entity manager. */
  public Sessions(EntityManager entities) {
    this.entities = entities;
  }

  /** Starts a session of a user that exists. */
  public void create(NewSession session) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /**
   * The session of that token.
   *
   * @param idleTimeout how long a session lives without being used
   * @return empty if there is none, it has expired, was idle for too long, or its user is disabled
   */
  public Optional<SessionRecord> findActive(TokenHash token, Instant now, Duration idleTimeout) {
    throw new UnsupportedOperationException();
  }

  /** Notes that the session was used. */
  public void touch(TokenHash token, Instant now) {
    throw new UnsupportedOperationException();
  }

  /** Ends the session, if there is one. */
  public void delete(TokenHash token) {
    throw new UnsupportedOperationException();
  }

  /** Ends every session of a user and says how many. */
  public int deleteAll(UUID userId) {
    throw new UnsupportedOperationException();
  }

  /** Clears away what has expired and says how many. */
  public int deleteExpired(Instant now) {
    throw new UnsupportedOperationException();
  }
}
