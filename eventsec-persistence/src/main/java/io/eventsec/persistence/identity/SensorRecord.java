package io.eventsec.persistence.identity;

import io.eventsec.core.event.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A sensor.
 *
 * @param id never changes
 * @param tenant whose sensor
 * @param name what people call it
 * @param createdAt when it was made
 * @param lastUsedAt when it last sent; empty if never
 * @param revokedAt since when its token is refused; empty if it is not
 */
public record SensorRecord(
    UUID id,
    Tenant tenant,
    String name,
    Instant createdAt,
    Optional<Instant> lastUsedAt,
    Optional<Instant> revokedAt) {}
