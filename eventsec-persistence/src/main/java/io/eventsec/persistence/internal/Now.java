package io.eventsec.persistence.internal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time, as exactly as the database keeps it. */
public final class Now {
  private Now() {}

  /** Now, in whole microseconds. */
  public static Instant micros() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
