package io.eventsec.core.correlate;

import io.eventsec.core.sigma.SigmaCorrelation;

/**
 * What one correlation has done since it was started, and what it remembers now.
 *
 * @param rule the correlation
 * @param events events that counted, one for each group that they belong to
 * @param firings how often its condition was reached
 * @param late events that came later than allowed
 * @param ahead events whose clock is wrong
 * @param withoutGroup events that lack a field of {@code group-by}
 * @param withoutValue events that lack the field whose values are counted or computed with
 * @param trimmed values dropped because a window held more than 100,000
 * @param evicted groups forgotten because there were too many
 * @param groups groups remembered now
 * @param bytes what they take in memory, about
 */
public record CorrelationStatistics(
    SigmaCorrelation rule,
    long events,
    long firings,
    long late,
    long ahead,
    long withoutGroup,
    long withoutValue,
    long trimmed,
    long evicted,
    int groups,
    long bytes) {}
