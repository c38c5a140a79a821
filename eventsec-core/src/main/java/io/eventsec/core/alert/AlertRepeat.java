package io.eventsec.core.alert;

import io.eventsec.core.event.Tenant;
import java.time.Instant;

/**
 * What an alert is about has gone on.
 *
 * @param id the alert
 * @param tenant whose it is
 * @param count how often its condition has been reached by now, 2 or more
 * @param lastTime when it was reached last
 */
public record AlertRepeat(AlertId id, Tenant tenant, long count, Instant lastTime) {}
