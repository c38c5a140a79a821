package io.eventsec.core.intel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who makes a claim, and under which name.
 *
 * @param source who says so, 1 to 100 characters
 * @param id what the source calls the object that the claim is from: a STIX id, the UUID of a MISP
 *     attribute; empty if it calls it nothing, at most 200 characters
 * @param modified the version of that object, in whole microseconds: what is finer is cut off;
 *     empty if the source does not tell
 */
public record IndicatorOrigin(String source, String id, Optional<Instant> modified) {
  private static final int LONGEST_SOURCE = 100;
  private static final int LONGEST_ID = 200;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public IndicatorOrigin {
    modified = modified.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    if (source.isBlank() || source.length() > LONGEST_SOURCE) {
      throw new IllegalArgumentException(
          "Source '" + ShownText.of(source) + "': use 1 to " + LONGEST_SOURCE + " characters");
    }
    if (id.length() > LONGEST_ID) {
      throw new IllegalArgumentException(
          "Id '" + ShownText.of(id) + "': use at most " + LONGEST_ID + " characters");
    }
  }

  /** A source that names no objects. */
  public static IndicatorOrigin of(String source) {
    return new IndicatorOrigin(source, "", Optional.empty());
  }
}
