package io.eventsec.core.spi;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Tenant;

/**
 * What one correlation has done: in one step, or in all of them.
 *
 * @param tenant whose events
 * @param rule the version of the correlation
 * @param events events that counted, one for each group that they belong to
 * @param firings how often its condition was reached
 * @param late events that came later than allowed
 * @param ahead events whose clock is wrong
 * @param trimmed values dropped because a window held too many
 * @param evicted groups forgotten because there were too many
 */
public record CorrelationCount(
    Tenant tenant,
    RuleRef rule,
    long events,
    long firings,
    long late,
    long ahead,
    long trimmed,
    long evicted) {
  /** True if it did nothing. */
  public boolean isZero() {
    return events == 0 && firings == 0 && late == 0 && ahead == 0 && trimmed == 0 && evicted == 0;
  }
}
