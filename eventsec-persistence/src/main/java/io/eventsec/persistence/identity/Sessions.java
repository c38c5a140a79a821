package io.eventsec.persistence.identity;

import io.eventsec.persistence.entity.UserEntity;
import io.eventsec.persistence.entity.UserSessionEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
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
    UserSessionEntity entity =
        new UserSessionEntity(
            session.tokenHash().bytes(),
            entities.getReference(UserEntity.class, session.userId()),
            session.csrfToken(),
            new UserSessionEntity.Lifetime(session.createdAt(), session.expiresAt()));
    entities.persist(entity);
    entities.flush();
  }

  /**
   * The session of that token.
   *
   * @param idleTimeout how long a session lives without being used
   * @return empty if there is none, it has expired, was idle for too long, or its user is disabled
   */
  public Optional<SessionRecord> findActive(TokenHash token, Instant now, Duration idleTimeout) {
    return entities
        .createQuery(
            """
            select s.user.id, s.csrfToken, s.createdAt, s.lastSeenAt, s.expiresAt
            from UserSessionEntity s
            where s.tokenHash = :token and s.expiresAt > :now and s.lastSeenAt > :idleSince
              and s.user.disabled = false""",
            Tuple.class)
        .setParameter("token", token.bytes())
        .setParameter("now", now)
        .setParameter("idleSince", now.minus(idleTimeout))
        .getResultStream()
        .findFirst()
        .map(Sessions::session);
  }

  /** Notes that the session was used. */
  public void touch(TokenHash token, Instant now) {
    entities
        .createQuery(
            """
            update UserSessionEntity s set s.lastSeenAt = :now
            where s.tokenHash = :token and s.lastSeenAt < :now""")
        .setParameter("token", token.bytes())
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Ends the session, if there is one. */
  public void delete(TokenHash token) {
    entities
        .createQuery("delete from UserSessionEntity s where s.tokenHash = :token")
        .setParameter("token", token.bytes())
        .executeUpdate();
  }

  /** Ends every session of a user and says how many. */
  public int deleteAll(UUID userId) {
    return entities
        .createQuery("delete from UserSessionEntity s where s.user.id = :user")
        .setParameter("user", userId)
        .executeUpdate();
  }

  /** Clears away what has expired and says how many. */
  public int deleteExpired(Instant now) {
    return entities
        .createQuery("delete from UserSessionEntity s where s.expiresAt <= :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  private static SessionRecord session(Tuple row) {
    return new SessionRecord(
        row.get(0, UUID.class),
        row.get(1, String.class),
        row.get(2, Instant.class),
        row.get(3, Instant.class),
        row.get(4, Instant.class));
  }
}
