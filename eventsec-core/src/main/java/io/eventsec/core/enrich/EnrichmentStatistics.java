package io.eventsec.core.enrich;

/**
 * What became of the events that a stage was given, since the decoder was made: {@code seen =
 * changed + unchanged + failed + passedOver}.
 *
 * @param stage its name
 * @param seen events
 * @param changed those to which something was added
 * @param failed those that the stage threw on
 * @param passedOver those that it was not given, since it had used up the time of their batch
 * @param nanos how long it took in all
 */
public record EnrichmentStatistics(
    String stage, long seen, long changed, long failed, long passedOver, long nanos) {}
