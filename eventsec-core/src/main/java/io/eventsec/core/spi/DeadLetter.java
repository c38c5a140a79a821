package io.eventsec.core.spi;

import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.Rejection;
import java.time.Instant;

/**
 * A rejected record as it is kept: identified by tenant, event id and stage, so that keeping it
 * twice keeps it once.
 *
 * @param tenant whose it is
 * @param source the source it was sent under
 * @param rejection what and why
 * @param receivedAt when its batch was received
 * @param parser {@link io.eventsec.core.ingest.BatchDecoder#version} of what refused it; empty if
 *     that is not known
 */
public record DeadLetter(
    Tenant tenant, String source, Rejection rejection, Instant receivedAt, String parser) {}
