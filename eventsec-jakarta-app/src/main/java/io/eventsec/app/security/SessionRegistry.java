package io.eventsec.app.security;

import io.eventsec.persistence.identity.NewSession;
import io.eventsec.persistence.identity.SessionRecord;
import io.eventsec.persistence.identity.Sessions;
import io.eventsec.persistence.identity.TokenHash;
import io.eventsec.persistence.identity.UserAccount;
import io.eventsec.persistence.identity.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Starts, finds and ends sessions. They are rows, so every node knows when one has ended. */
@ApplicationScoped
public class SessionRegistry {
  private static final Duration LIFETIME = Duration.ofHours(12);
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  /** Starts a session. */
  @Transactional
  public StartedSession start(UserAccount user) {
    Instant now = now();
    Sessions sessions = new Sessions(entities);
    sessions.deleteExpired(now);
    String token = Tokens.random();
    Session session =
        new Session(user, Tokens.random(), now.plus(LIFETIME), TokenHash.ofToken(token));
    sessions.create(
        new NewSession(
            session.tokenHash(), user.id(), session.csrfToken(), now, session.expiresAt()));
    return new StartedSession(session, token);
  }

  /** The session of a cookie's token, if it is still under way; notes that it was used. */
  @Transactional
  public Optional<Session> use(String token) {
    TokenHash hash = TokenHash.ofToken(token);
    Instant now = now();
    Sessions sessions = new Sessions(entities);
    Optional<SessionRecord> active = sessions.findActive(hash, now, IDLE);
    active
        .filter(found -> found.lastSeenAt().plus(TOUCH_EVERY).isBefore(now))
        .ifPresent(found -> sessions.touch(hash, now));
    return active.flatMap(found -> withUser(found, hash));
  }

  /** True if the session is still under way; does not count as use. */
  @Transactional
  public boolean active(Session session) {
    return new Sessions(entities).findActive(session.tokenHash(), now(), IDLE).isPresent();
  }

  /** Ends it. */
  @Transactional
  public void end(Session session) {
    new Sessions(entities).delete(session.tokenHash());
  }

  private Optional<Session> withUser(SessionRecord found, TokenHash hash) {
    return new Users(entities)
        .find(found.userId())
        .filter(user -> !user.disabled())
        .map(user -> new Session(user, found.csrfToken(), found.expiresAt(), hash));
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
