package io.eventsec.app.security;

import io.eventsec.persistence.identity.LoginAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Slows guessing down: after five failures in a quarter of an hour an account, or an address, has
 * to wait. An attempt counts as a failure until it has succeeded, so attempts made at once count
 * too.
 */
@ApplicationScoped
public class LoginThrottle {
  /** How long a failure counts. */
  static final Duration WINDOW = Duration.ofMinutes(15);

  private static final int MOST = 5;

  @PersistenceContext(unitName = "eventsec")
  EntityManager entities;

  /**
   * Counts an attempt before it is made.
   *
   * @param keys what it counts against
   * @return false if one of them has too many; nothing is counted then
   */
  @Transactional
  public boolean admit(List<String> keys) {
    Instant now = Instant.now();
    LoginAttempts attempts = new LoginAttempts(entities);
    attempts.prune(now.minus(WINDOW));
    boolean admitted = keys.stream().allMatch(key -> attempts.count(key, now.minus(WINDOW)) < MOST);
    if (admitted) {
      keys.forEach(key -> attempts.record(key, now));
    }
    return admitted;
  }

  /** The attempt has succeeded. */
  @Transactional
  public void succeeded(List<String> keys) {
    LoginAttempts attempts = new LoginAttempts(entities);
    keys.forEach(attempts::clear);
  }
}
