package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.feed.ImportLimits;
import java.time.Duration;

/**
 * How much a poll may take.
 *
 * @param pages how many at most
 * @param objectsOfPage how many objects to ask for at once; the server may give fewer
 * @param page how long a page may take
 * @param imports the bytes of a page; objects of all pages
 */
public record TaxiiLimits(int pages, int objectsOfPage, Duration page, ImportLimits imports) {
  /** A thousand pages of a thousand objects, each at most 64 MiB and a minute. */
  public static final TaxiiLimits DEFAULT =
      new TaxiiLimits(
          1_000, 1_000, Duration.ofMinutes(1), new ImportLimits(64L << 20, 5_000_000, 1 << 20));

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public TaxiiLimits {
    if (pages < 1 || objectsOfPage < 1 || page.isNegative() || page.isZero()) {
      throw new IllegalArgumentException(
          "Limits " + pages + ", " + objectsOfPage + ", " + page + ": use more than nothing");
    }
  }
}
