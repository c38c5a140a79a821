package io.eventsec.core.intel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a claim holds: at its beginning and after it, and before its end, as STIX 2.1 has it. In
 * whole microseconds, which is what stores keep; what is finer is cut off.
 *
 * @param from since when; empty for since ever
 * @param until until when; empty for no end
 */
public record ValidityPeriod(Optional<Instant> from, Optional<Instant> until) {
  /** Without beginning and end. */
  public static final ValidityPeriod ALWAYS =
      new ValidityPeriod(Optional.empty(), Optional.empty());

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the end is not after the beginning, or a year is not one of
   *     1 to 9999
   */
  public ValidityPeriod {
    from = from.map(ValidityPeriod::micros);
    until = until.map(ValidityPeriod::micros);
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      throw new IllegalArgumentException(
          "An end at "
              + until.get()
              + " is not after the beginning at "
              + from.get()
              + "; give a later end or none");
    }
  }

  /** True if it holds at that moment. */
  public boolean covers(Instant moment) {
    return from.map(start -> !moment.isBefore(start)).orElse(true)
        && until.map(moment::isBefore).orElse(true);
  }

  private static Instant micros(Instant time) {
    if (time.isBefore(FIRST) || time.isAfter(LAST)) {
      throw new IllegalArgumentException(
          "The time " + time + " is out of bounds; use the years 1 to 9999");
    }
    return time.truncatedTo(ChronoUnit.MICROS);
  }
}
