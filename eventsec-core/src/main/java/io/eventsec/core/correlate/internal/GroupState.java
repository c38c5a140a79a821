package io.eventsec.core.correlate.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one group: no more than the answer needs. Events come in the order in which
 * they happened.
 */
abstract sealed class GroupState permits SampledState, SeenState {
  private static final int BASE_BYTES = 130;

  final CorrelationPlan plan;
  final GroupKey key;

  /** The key's hash and text, here too so that a search has a step less to go to each. */
  final int hash;

  final String joined;

  /** Another of the same slice of {@link Recency}. */
  @Nullable GroupState sibling;

  /** What {@link #touched} was when {@link Recency} looked. */
  long queued;

  /** The next in its chain of {@link GroupTable}. */
  @Nullable GroupState next;

  /** True if it is not what was written last. */
  boolean changed;

  /** The time of its last event. */
  long lastTime = Long.MIN_VALUE;

  /** How far things had come when it took that up: later if it came from behind. */
  long touched = Long.MIN_VALUE;

  /** What the condition was last asked about. */
  double measured;

  /** How many values were dropped because the window holds more than it may. */
  long trimmed;

  /** What it takes in memory whatever it remembers, about. */
  private final int leastBytes;

  /** What it took in memory when that was last counted. */
  int bytes;

  @Nullable Episode episode;

  GroupState(CorrelationPlan plan, GroupKey key) {
    this.plan = plan;
    this.key = key;
    this.hash = key.hashCode();
    this.joined = key.joined();
    this.leastBytes = BASE_BYTES + key.bytes();
  }

  /** Takes an event in; true if the condition holds for the window that ends with it. */
  final boolean add(Contribution contribution) {
    lastTime = contribution.stamp().time();
    take(contribution, lastTime - plan.timespan());
    return holds(lastTime - plan.timespan());
  }

  /**
   * Takes an event in.
   *
   * @param from when the window begins
   */
  abstract void take(Contribution contribution, long from);

  /** True if the condition holds; sets {@link #measured}. */
  abstract boolean holds(long from);

  /** Events to show, of those since then. */
  abstract List<Stamp> samples(long from);

  /** Its last event; there is one. */
  abstract Stamp last();

  abstract int windowBytes();

  abstract void writeWindow(CellWriter out);

  abstract void readWindow(CellReader in);

  /** How many values were dropped since this was last asked. */
  final long takeTrimmed() {
    long taken = trimmed;
    trimmed = 0;
    return taken;
  }

  /**
   * Counts its bytes in memory, about.
   *
   * @return how many more they are than when they were last counted
   */
  final int countBytes() {
    int before = bytes;
    bytes = leastBytes + windowBytes() + (episode == null ? 0 : Episode.BYTES);
    return bytes - before;
  }

  final void write(CellWriter out) {
    out.number(lastTime).number(touched).fraction(measured);
    Episode.write(out, episode);
    writeWindow(out);
  }

  final void read(CellReader in) {
    lastTime = in.number();
    touched = in.number();
    measured = in.fraction();
    episode = Episode.read(in);
    readWindow(in);
  }
}
