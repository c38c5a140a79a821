package io.eventsec.app.log;

import io.eventsec.core.ingest.Correlation;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names one exchange in its answer, its problem and its log lines.
 *
 * @param value 8 to 64 of letters, digits and {@code -}
 */
public record CorrelationId(String value) {
  private static final String FIELD = "correlationId";
  private static final ThreadLocal<@Nullable CorrelationId> CURRENT = new ThreadLocal<>();

  /** The caller's own if it is a sound one, else a new one. */
  public static CorrelationId accept(@Nullable String offered) {
    if (offered != null && Correlation.isSound(offered)) {
      return new CorrelationId(offered);
    }
    return new CorrelationId(UUID.randomUUID().toString());
  }

  /** That of the exchange this thread works for. */
  public static Optional<CorrelationId> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Runs something for this exchange. */
  public <X extends Exception, Y extends Exception> void during(Work<X, Y> work) throws X, Y {
    CorrelationId before = CURRENT.get();
    CURRENT.set(this);
    ServerLogContext.put(FIELD, value);
    try {
      work.run();
    } finally {
      if (before == null) {
        CURRENT.remove();
        ServerLogContext.remove(FIELD);
      } else {
        CURRENT.set(before);
        ServerLogContext.put(FIELD, before.value);
      }
    }
  }

  /** Something that runs and may throw. */
  @FunctionalInterface
  public interface Work<X extends Exception, Y extends Exception> {
    /** Runs. */
    void run() throws X, Y;
  }
}
