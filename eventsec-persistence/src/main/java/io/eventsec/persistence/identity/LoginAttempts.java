package io.eventsec.persistence.identity;

import io.eventsec.persistence.entity.LoginAttemptEntity;
import io.eventsec.persistence.internal.StorableText;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/** Failed sign-ins, to slow guessing down. In the caller's transaction. Not thread-safe. */
public final class LoginAttempts {
  private static final int LONGEST_KEY = 300;

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
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "Sign-in attempts key of " + key.length() + " characters: use 1 to " + LONGEST_KEY);
    }
    entities.persist(new LoginAttemptEntity(StorableText.of(key), now));
  }

  /** How many failures the key has at or after an instant. */
  public long count(String key, Instant since) {
    return entities
        .createQuery(
            """
            select count(a) from LoginAttemptEntity a
            where a.attemptKey = :key and a.attemptedAt >= :since""",
            Long.class)
        .setParameter("key", StorableText.of(key))
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Forgets the key's failures. */
  public void clear(String key) {
    entities
        .createQuery("delete from LoginAttemptEntity a where a.attemptKey = :key")
        .setParameter("key", StorableText.of(key))
        .executeUpdate();
  }

  /** Forgets all failures before an instant and says how many. */
  public int prune(Instant before) {
    return entities
        .createQuery("delete from LoginAttemptEntity a where a.attemptedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
