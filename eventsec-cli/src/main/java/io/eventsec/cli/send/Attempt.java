package io.eventsec.cli.send;

import java.time.Duration;
import java.util.Optional;

/** What came of sending a batch once. */
public sealed interface Attempt {

  /**
   * The server has it on disk.
   *
   * @param receipt its word
   */
  record Taken(Receipt receipt) implements Attempt {}

  /**
   * It was not taken and may be later.
   *
   * @param reason for people
   * @param retryAfter what the server asks to wait; empty if it did not say
   */
  record Later(String reason, Optional<Duration> retryAfter) implements Attempt {}

  /**
   * The same again would be refused again, unless somebody mends something.
   *
   * @param status of HTTP
   * @param reason what the server said
   * @param cure what can be done, a sentence without its full stop
   */
  record Refused(int status, String reason, String cure) implements Attempt {
    private static final int TOO_LARGE = 413;

    /** True if a smaller batch might be taken. */
    public boolean isTooLarge() {
      return status == TOO_LARGE;
    }
  }
}
