package io.eventsec.persistence.identity;

import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Failed sign-ins, to slow guessing down. In the caller's transaction. Not thread-safe. */
public final class LoginAttempts {
  private final EntityManager entities;

  /** The attempts behind this entity manager. */
  public LoginAttempts(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Notes a failure.
   *
   * @param key what it counts against, an account or an address; 1 to 300 characters
   * @throws IllegalArgumentException if the key is empty or longer
   */
  public void record(String key, Instant now) {
    throw new UnsupportedOperationException(entities.toString());
  }

  /** How many failures the key has at or after an instant. */
  public long count(String key, Instant since) {
    throw new UnsupportedOperationException();
  }

  /** Forgets the key's failures. */
  public void clear(String key) {
    throw new UnsupportedOperationException();
  }

  /** Forgets all failures before an instant and says how many. */
  public int prune(Instant before) {
    throw new UnsupportedOperationException();
  }
}
