package io.eventsec.core.intel;

/**
 * Takes what a feed says, in the order of the feed. Of several versions of one object the latest
 * holds, whichever comes first. Called by one thread at a time.
 */
public interface IndicatorSink {
  /** A claim. One of the same indicator, source and id replaces what was claimed before. */
  void accept(ThreatIndicator claim);

  /** An object was taken back. */
  default void withdraw(IndicatorWithdrawal withdrawal) {}

  /** An object was seen. */
  default void sighted(IndicatorSighting sighting) {}
}
