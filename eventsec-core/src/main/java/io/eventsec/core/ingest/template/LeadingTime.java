package io.eventsec.core.ingest.template;

import io.eventsec.core.event.LogTime;
import java.util.Arrays;

/**
 * Where the time ends that a message starts with: looked for once, however many templates ask. Not
 * thread-safe; one for each message.
 */
public final class LeadingTime {
  private static final int UNASKED = -1;

  private final String message;

  /** By where the time starts, for the first few places: a bracket or two may stand before it. */
  private final int[] ends = new int[4];

  /** Of that message. */
  public LeadingTime(String message) {
    this.message = message;
    Arrays.fill(ends, UNASKED);
  }

  String message() {
    return message;
  }

  /** Where the time that starts there ends; the start itself if none does. */
  int end(int start) {
    if (start >= ends.length) {
      return LogTime.end(message, start);
    }
    if (ends[start] == UNASKED) {
      ends[start] = LogTime.end(message, start);
    }
    return ends[start];
  }
}
