package io.eventsec.persistence.indicator;

import io.eventsec.core.intel.Indicator;
import io.eventsec.persistence.identity.UserRef;
import java.time.Instant;
import java.util.Optional;

/**
 * An indicator as a source knows it.
 *
 * @param id its id
 * @param indicator what is bad
 * @param source who says so
 * @param confidence how sure the source is, 0 to 100
 * @param validFrom since when
 * @param validUntil until when; empty for no end
 * @param createdBy who handed it in first; empty for a feed
 * @param createdAt when it was first said
 */
public record IndicatorRecord(
    long id,
    Indicator indicator,
    String source,
    int confidence,
    Instant validFrom,
    Optional<Instant> validUntil,
    Optional<UserRef> createdBy,
    Instant createdAt) {}
