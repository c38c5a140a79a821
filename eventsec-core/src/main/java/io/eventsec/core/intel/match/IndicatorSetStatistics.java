package io.eventsec.core.intel.match;

/**
 * What a set holds. Claims in force, superseded and crowded out are together all that was taken in,
 * withdrawals among them.
 *
 * @param indicators how many different ones
 * @param claims in force: what sources say of them
 * @param superseded claims that a later one or a later version replaced, or a withdrawal ended, and
 *     the withdrawals
 * @param crowdedOut claims beyond the sixteenth of one indicator, which are not in force
 * @param leftOut claims and withdrawals that there was no room for
 * @param bytes about how much memory it takes
 */
public record IndicatorSetStatistics(
    int indicators, int claims, int superseded, int crowdedOut, long leftOut, long bytes) {}
