package io.eventsec.core.correlate.internal;

/**
 * The correlations that wait equally long.
 *
 * @param lateness in nanoseconds
 * @param pending the events that wait for their turn
 */
record Lane(long lateness, Pending pending) {}
