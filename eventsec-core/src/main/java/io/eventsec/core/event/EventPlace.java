package io.eventsec.core.event;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Where an event stands among those of the same instant. Clocks of sensors are coarse: many records
 * of one file bear the same second, and what came first is told by their order in the file alone.
 * With the time it puts all events of a tenant into one order that no delay, replay or other node
 * can change.
 *
 * @param lineage stands for source and batch key or file: its events keep their order, those of
 *     others stand before or behind them all, always the same way
 * @param ordinal the record's number in that lineage
 */
public record EventPlace(long lineage, long ordinal) implements Comparable<EventPlace> {
  private static final int HALF = 16;

  /** The place of one line of an origin. */
  public static EventPlace of(EventOrigin origin, int index) {
    return new EventPlace(lineage(origin), origin.firstOrdinal() + index);
  }

  /** The place of an event of which nothing but the id is known. */
  static EventPlace of(EventId id) {
    return new EventPlace(
        HexFormat.fromHexDigitsToLong(id.value(), 0, HALF),
        HexFormat.fromHexDigitsToLong(id.value(), HALF, 2 * HALF));
  }

  /** The lineage of an origin: the first eight bytes of the SHA-256 over source and key. */
  public static long lineage(EventOrigin origin) {
    String name = origin.source() + '\0' + origin.key();
    return ByteBuffer.wrap(Sha256.of(name)).getLong();
  }

  @Override
  public int compareTo(EventPlace other) {
    int byLineage = Long.compare(lineage, other.lineage);
    return byLineage != 0 ? byLineage : Long.compare(ordinal, other.ordinal);
  }
}
