package io.eventsec.core.correlate.internal;

import java.util.Map;
import java.util.TreeMap;

/** The correlations that wait equally long, and the events that wait for their turn in them. */
final class Lane {
  private final long lateness;
  private final boolean tracked;
  private final Pending pending;
  private final Map<String, Pending> behind = new TreeMap<>();

  /**
   * Makes one.
   *
   * @param lateness in nanoseconds
   * @param tracked whether what changes is remembered until it is taken
   */
  Lane(long lateness, boolean tracked) {
    this.lateness = lateness;
    this.tracked = tracked;
    this.pending = new Pending(lateness, tracked);
  }

  /** In nanoseconds. */
  long lateness() {
    return lateness;
  }

  /** The events that are put in order with those of all sources. */
  Pending pending() {
    return pending;
  }

  /**
   * By source, the events that come from behind: of a source that was silent while others went on.
   * They are put in order among themselves.
   */
  Map<String, Pending> behind() {
    return behind;
  }

  /** Those of one source. */
  Pending behind(String source) {
    return behind.computeIfAbsent(source, name -> new Pending(lateness, tracked));
  }

  /** How many events wait. */
  int size() {
    int size = pending.size();
    for (Pending late : behind.values()) {
      size += late.size();
    }
    return size;
  }
}
