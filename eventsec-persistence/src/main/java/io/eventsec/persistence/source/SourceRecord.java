package io.eventsec.persistence.source;

import io.eventsec.core.event.Tenant;
import java.time.Instant;

/**
 * A source that has sent.
 *
 * @param tenant whose it is
 * @param name what its batches are sent under
 * @param firstReceivedAt when the first batch came that is known of
 * @param lastReceivedAt when the newest batch came; a repeated one does not count
 * @param batches how many came, from the first that is known of
 * @param records how many records were in them
 */
public record SourceRecord(
    Tenant tenant,
    String name,
    Instant firstReceivedAt,
    Instant lastReceivedAt,
    long batches,
    long records) {}
