package io.eventsec.core.correlate.internal;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventId;
import io.eventsec.core.event.EventPlace;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, where it stands among those of the same instant, which it is, and where
 * it is kept, in 48 bytes.
 *
 * @param time nanoseconds since the epoch
 * @param idHigh the first half of the event's id
 * @param idLow the second half
 * @param locator where the event's record is kept, as whoever gave it says; no part of what it is
 */
public record Stamp(long time, long lineage, long ordinal, long idHigh, long idLow, long locator)
    implements Comparable<Stamp> {
  private static final int HALF = 16;
  private static final long NANOS = 1_000_000_000L;

  /** Times that nanoseconds in a long can hold: the years 1678 to 2261. */
  private static final long MOST_SECONDS = Long.MAX_VALUE / NANOS - 1;

  /** The stamp of an event whose time {@link #holds}. */
  public static Stamp of(Event event, long locator) {
    String id = event.id().value();
    EventPlace place = event.place();
    return new Stamp(
        nanos(event.time()),
        place.lineage(),
        place.ordinal(),
        HexFormat.fromHexDigitsToLong(id, 0, HALF),
        HexFormat.fromHexDigitsToLong(id, HALF, 2 * HALF),
        locator);
  }

  /** True if a stamp can have that time. */
  public static boolean holds(Instant time) {
    return Math.abs(time.getEpochSecond()) <= MOST_SECONDS;
  }

  /** A time that {@link #holds}, in nanoseconds since the epoch. */
  public static long nanos(Instant time) {
    return time.getEpochSecond() * NANOS + time.getNano();
  }

  /** The time of so many nanoseconds since the epoch. */
  public static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** Where it stands among those of the same instant. */
  EventPlace place() {
    return new EventPlace(lineage, ordinal);
  }

  /** The event's id. */
  public EventId id() {
    HexFormat hex = HexFormat.of();
    return new EventId(hex.toHexDigits(idHigh) + hex.toHexDigits(idLow));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Stamp that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(idLow ^ time);
  }

  @Override
  public int compareTo(Stamp other) {
    int order = Long.compare(time, other.time);
    order = order != 0 ? order : Long.compare(lineage, other.lineage);
    order = order != 0 ? order : Long.compare(ordinal, other.ordinal);
    order = order != 0 ? order : Long.compare(idHigh, other.idHigh);
    return order != 0 ? order : Long.compare(idLow, other.idLow);
  }
}
