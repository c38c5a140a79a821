package io.eventsec.core.correlate.internal;

import org.jspecify.annotations.Nullable;

/**
 * A condition that is reached again and again without a pause: one thing to a person.
 *
 * @param first the event with which it was reached first
 * @param lastTime when it was reached last
 * @param count how often it was reached
 */
record Episode(Stamp first, long lastTime, long count) {
  static final int BYTES = 100;

  /** The episode that goes on with this event, or begins with it. */
  static Episode after(@Nullable Episode before, Stamp stamp, long quiet) {
    return before == null || stamp.time() - before.lastTime > quiet
        ? new Episode(stamp, stamp.time(), 1)
        : new Episode(before.first, stamp.time(), before.count + 1);
  }

  static void write(CellWriter out, @Nullable Episode episode) {
    out.number(episode == null ? 0 : episode.count);
    if (episode != null) {
      out.stamp(episode.first).number(episode.lastTime);
    }
  }

  static @Nullable Episode read(CellReader in) {
    long count = in.number();
    return count == 0 ? null : new Episode(in.stamp(), in.number(), count);
  }
}
