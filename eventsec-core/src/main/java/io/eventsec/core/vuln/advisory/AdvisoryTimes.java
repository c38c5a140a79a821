package io.eventsec.core.vuln.advisory;

import java.time.Instant;
import java.util.Optional;

/**
 * When an advisory was what.
 *
 * @param published first; empty if its source does not say
 * @param modified last; empty if its source does not say
 * @param withdrawn from when on it no longer counts; empty if it counts
 */
public record AdvisoryTimes(
    Optional<Instant> published, Optional<Instant> modified, Optional<Instant> withdrawn) {
  /** Nothing is known. */
  public static final AdvisoryTimes UNKNOWN =
      new AdvisoryTimes(Optional.empty(), Optional.empty(), Optional.empty());
}
