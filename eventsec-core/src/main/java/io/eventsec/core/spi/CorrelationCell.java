package io.eventsec.core.spi;

import io.eventsec.core.correlate.StateChange;
import io.eventsec.core.event.Tenant;

/**
 * A part of the state of a tenant's correlations that has changed.
 *
 * @param tenant whose it is
 * @param change which part, and what it is now
 */
public record CorrelationCell(Tenant tenant, StateChange change) {}
