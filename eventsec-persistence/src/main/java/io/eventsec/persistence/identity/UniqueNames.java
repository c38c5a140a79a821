package io.eventsec.persistence.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Persists what has a unique name. */
final class UniqueNames {
  private UniqueNames() {}

  /**
   * Persists and flushes.
   *
   * @param constraint the unique constraint of the name
   * @param message what to say if it is violated; the provider's own message quotes the row, hashes
   *     included, and is dropped
   */
  static void persist(EntityManager entities, Object entity, String constraint, String message) {
    try {
      entities.persist(entity);
      entities.flush();
    } catch (PersistenceException e) {
      String violated = violated(e);
      if (violated.equals(constraint)) {
        throw new NameTakenException(message);
      }
      if (violated.isEmpty()) {
        throw e;
      }
      throw new IllegalArgumentException(
          "The database refuses the row by its rule '" + violated + "'; see the schema's scripts");
    }
  }

  private static String violated(PersistenceException e) {
    @Nullable Throwable cause = e;
    while (cause != null) {
      if (cause instanceof ConstraintViolationException violation) {
        return String.valueOf(violation.getConstraintName());
      }
      cause = cause.getCause();
    }
    return "";
  }
}
