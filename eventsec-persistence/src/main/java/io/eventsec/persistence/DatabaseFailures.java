package io.eventsec.persistence;

import io.eventsec.core.spi.StoreUnavailableException;
import io.eventsec.persistence.internal.SqlFailures;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a failure of the database means. The JDBC adapters throw {@link
 * StoreUnavailableException} themselves; the repositories work in the caller's transaction, where
 * the persistence provider's and the container's exceptions come first.
 */
public final class DatabaseFailures {
  private static final int DEEPEST = 20;

  private DatabaseFailures() {}

  /**
   * True if somewhere in the chain of causes is a failure that passes: the database does not
   * answer, or asks to wait. What was under way may be done again later.
   */
  public static boolean passes(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof StoreUnavailableException
          || (cause instanceof SQLException sql && SqlFailures.passes(sql))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
