package io.eventsec.nvd;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A while that NVD is asked about at once, of fewer than the 120 days that it allows.
 *
 * @param from its begin
 * @param to its end
 */
record NvdWindow(Instant from, Instant to) {
  private static final Duration LONGEST = Duration.ofDays(110);

  /** All between, one after another; to the second, as the API takes them. */
  static List<NvdWindow> between(Instant from, Instant to) {
    List<NvdWindow> windows = new ArrayList<>();
    Instant begin = from.truncatedTo(ChronoUnit.SECONDS);
    Instant end = to.truncatedTo(ChronoUnit.SECONDS);
    while (begin.isBefore(end)) {
      Instant next = begin.plus(LONGEST);
      windows.add(new NvdWindow(begin, next.isBefore(end) ? next : end));
      begin = next;
    }
    return windows;
  }
}
