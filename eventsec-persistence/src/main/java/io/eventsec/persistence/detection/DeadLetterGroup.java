package io.eventsec.persistence.detection;

import io.eventsec.core.ingest.Rejection;
import java.time.Instant;

/**
 * Dead letters that have stage, cause and source in common.
 *
 * @param stage where they failed
 * @param cause the short name of what was wrong
 * @param source the source they were sent under
 * @param count how many
 * @param firstSeen when the first was received
 * @param lastSeen when the last was received
 * @param refusedByOther how many were refused by another parser than the one of today: a new try
 *     may go well
 */
public record DeadLetterGroup(
    Rejection.Stage stage,
    String cause,
    String source,
    long count,
    Instant firstSeen,
    Instant lastSeen,
    long refusedByOther) {}
