package io.eventsec.core.ingest.format;

import org.jspecify.annotations.Nullable;

/** How long something took, written with hours and minutes: {@code 1:02:03}, {@code 0h:1m:2s}. */
final class ClockDuration {
  private static final int LONGEST = 24;

  private ClockDuration() {}

  /** In nanoseconds; null if the text is none. */
  static @Nullable Long nanos(String text) {
    long seconds = 0;
    long number = -1;
    String rest = text.length() > LONGEST ? "?" : text + ':';
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c >= '0' && c <= '9') {
        number = (number < 0 ? 0 : number) * 10 + c - '0';
      } else if (c == 'd') {
        // Days stand before hours, which may be the whole of the rest.
        seconds += Math.max(0, number) * 24;
        number = -1;
      } else if (c == ':' && number >= 0) {
        seconds = seconds * 60 + number;
        number = -1;
      } else if ("hms ".indexOf(c) < 0 && c != ':' || number > Integer.MAX_VALUE) {
        return null;
      }
    }
    return seconds > Integer.MAX_VALUE ? null : seconds * 1_000_000_000L;
  }
}
