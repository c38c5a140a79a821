package io.eventsec.core.vuln.mirror;

import java.time.Duration;

/**
 * How much a copy may take.
 *
 * @param bytes of one file
 * @param time until it is there
 */
public record MirrorLimits(long bytes, Duration time) {
  /** 4 GiB in 30 minutes. */
  public static final MirrorLimits DEFAULT = new MirrorLimits(4L << 30, Duration.ofMinutes(30));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is not positive
   */
  public MirrorLimits {
    if (bytes < 1 || time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(
          "Limits " + bytes + " bytes and " + time + ": use 1 byte or more, and some time");
    }
  }
}
