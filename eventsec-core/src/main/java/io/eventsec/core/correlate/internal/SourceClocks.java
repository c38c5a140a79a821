package io.eventsec.core.correlate.internal;

import java.util.HashMap;
import java.util.Map;

/**
 * How far each source has come, by the times of its events; what is silent holds nobody back. After
 * the per-source watermarks of Akidau et al., <i>The Dataflow Model</i> (VLDB 2015).
 */
final class SourceClocks {
  /** Beyond so many the one that was heard longest ago is forgotten. */
  private static final int MOST_SOURCES = 10_000;

  private final Map<String, Clock> clocks = new HashMap<>();
  private String lastName = "";
  private Clock last = new Clock();

  /** How far one has come, and when it was heard. */
  static final class Clock {
    long time = Long.MIN_VALUE;
    long heard = Long.MIN_VALUE;

    /** Heard since somebody last asked, at a time that the event doesn't tell. */
    boolean heardNow;
  }

  /**
   * An event of the source came.
   *
   * @param time when it happened
   * @param received when it was received; {@link Long#MIN_VALUE} if nobody knows
   */
  void hear(String source, long time, long received) {
    Clock clock = clock(source);
    clock.time = Math.max(clock.time, time);
    clock.heard = Math.max(clock.heard, received);
    clock.heardNow |= received == Long.MIN_VALUE;
  }

  private Clock clock(String source) {
    if (source.equals(lastName)) {
      return last;
    }
    Clock clock = clocks.get(source);
    if (clock == null) {
      forgetOne();
      clock = new Clock();
      clocks.put(source, clock);
    }
    lastName = source;
    last = clock;
    return clock;
  }

  private void forgetOne() {
    if (clocks.size() >= MOST_SOURCES) {
      clocks.entrySet().stream()
          .min(Map.Entry.comparingByValue((a, b) -> Long.compare(a.heard, b.heard)))
          .ifPresent(silent -> clocks.remove(silent.getKey()));
      lastName = "";
    }
  }

  /** How far all sources have come; {@link Long#MIN_VALUE} if there is none. */
  long reached() {
    return clocks.values().stream().mapToLong(clock -> clock.time).min().orElse(Long.MIN_VALUE);
  }

  /**
   * How far those have come that were heard since then; {@link Long#MAX_VALUE} if all are silent.
   *
   * @param now when the question is asked
   * @param since the time after which a source that was not heard is silent
   */
  long reached(long now, long since) {
    long reached = Long.MAX_VALUE;
    for (Clock clock : clocks.values()) {
      if (clock.heardNow) {
        clock.heard = Math.max(clock.heard, now);
        clock.heardNow = false;
      }
      if (clock.heard >= since) {
        reached = Math.min(reached, clock.time);
      }
    }
    return reached;
  }

  /** The time of the last event of any source; {@link Long#MIN_VALUE} if there is none. */
  long latest() {
    return clocks.values().stream().mapToLong(clock -> clock.time).max().orElse(Long.MIN_VALUE);
  }

  void write(CellWriter out) {
    out.number(clocks.size());
    clocks.forEach((name, clock) -> out.text(name).number(clock.time).number(clock.heard));
  }

  void read(CellReader in) {
    for (int left = in.count(); left > 0; left--) {
      Clock clock = clock(in.text());
      clock.time = in.number();
      clock.heard = in.number();
    }
  }
}
