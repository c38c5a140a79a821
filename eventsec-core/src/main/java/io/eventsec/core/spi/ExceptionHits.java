package io.eventsec.core.spi;

import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.UUID;

/**
 * Events that a rule has not seen because of an exception.
 *
 * @param tenant whose events
 * @param exception the exception's id
 * @param count how many, 1 or more
 * @param lastTime when the last of them happened
 */
public record ExceptionHits(Tenant tenant, UUID exception, long count, Instant lastTime) {
  /** These and those of the same exception. */
  public ExceptionHits and(ExceptionHits more) {
    return new ExceptionHits(
        tenant,
        exception,
        count + more.count,
        lastTime.isAfter(more.lastTime) ? lastTime : more.lastTime);
  }
}
