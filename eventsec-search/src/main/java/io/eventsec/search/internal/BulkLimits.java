package io.eventsec.search.internal;

import java.time.Duration;

/**
 * How much goes into one request and how patiently it is tried.
 *
 * @param documents at most so many
 * @param bytes at most about so many
 * @param attempts how often a document is sent
 * @param firstPause before the second attempt
 */
public record BulkLimits(int documents, int bytes, int attempts, Duration firstPause) {}
