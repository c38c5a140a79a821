package io.eventsec.core.coverage;

import io.eventsec.core.event.Event;
import java.time.Instant;
import java.util.List;

/**
 * Events of one source between two positions of the journal.
 *
 * @param from the first position
 * @param to the last one; {@code from} or later. Batches of other sources may lie between
 * @param fromTime the least time of an event
 * @param toTime the greatest; {@code fromTime} or later
 * @param events how many events there are
 * @param failed how many of them broke a rule, so that not all rules saw them
 */
public record CoverageSpan(
    long from, long to, Instant fromTime, Instant toTime, long events, long failed) {
  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if an end is before its beginning
   */
  public CoverageSpan {
    if (to < from || toTime.isBefore(fromTime)) {
      throw new IllegalArgumentException(
          "A span from " + from + " to " + to + ", " + fromTime + " to " + toTime + " ends early");
    }
  }

  /**
   * The events of a batch, at least one. Times beyond the years 1900 to 9999 count as the nearest
   * within, so that every store can hold them.
   *
   * @param failed how many of them broke a rule
   */
  public static CoverageSpan of(long position, List<Event> events, long failed) {
    Instant least = LATEST;
    Instant greatest = EARLIEST;
    for (Event event : events) {
      Instant time = event.time();
      least = time.isBefore(least) ? time : least;
      greatest = time.isAfter(greatest) ? time : greatest;
    }
    return new CoverageSpan(
        position, position, within(least), within(greatest), events.size(), failed);
  }

  private static Instant within(Instant time) {
    if (time.isBefore(EARLIEST)) {
      return EARLIEST;
    }
    return time.isAfter(LATEST) ? LATEST : time;
  }

  /** Both together, and what is between. */
  public CoverageSpan and(CoverageSpan other) {
    return new CoverageSpan(
        Math.min(from, other.from),
        Math.max(to, other.to),
        fromTime.isBefore(other.fromTime) ? fromTime : other.fromTime,
        toTime.isAfter(other.toTime) ? toTime : other.toTime,
        events + other.events,
        failed + other.failed);
  }

  /** The part between two positions: its times and counts are known no better than the whole's. */
  CoverageSpan part(long first, long last) {
    return new CoverageSpan(first, last, fromTime, toTime, events, failed);
  }
}
