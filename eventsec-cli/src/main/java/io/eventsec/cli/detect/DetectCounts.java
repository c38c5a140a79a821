package io.eventsec.cli.detect;

import java.util.Locale;

/** How much a run has done. Not thread-safe. */
final class DetectCounts {
  private final long started = System.nanoTime();
  private long events;
  private long rejected;
  private long matches;
  private long firings;
  private long bytes;

  void add(BatchResult result) {
    events += result.events();
    rejected += result.rejections().size();
    matches += result.matches().count();
  }

  void fired() {
    firings++;
  }

  void bytes(long read) {
    bytes += read;
  }

  long events() {
    return events;
  }

  long rejected() {
    return rejected;
  }

  long matches() {
    return matches;
  }

  /** How often correlations fired, of those that raise alerts. */
  long firings() {
    return firings;
  }

  /** Inflated bytes of the inputs that are done. */
  long bytes() {
    return bytes;
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  String progress() {
    return String.format(
        Locale.ROOT, "%,d events  %,d matches  %,.0f/s", events, matches, events / seconds());
  }
}
