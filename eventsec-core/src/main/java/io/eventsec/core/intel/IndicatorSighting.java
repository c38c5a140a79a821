package io.eventsec.core.intel;

/**
 * Somebody has seen an indicator.
 *
 * @param id the object that was seen, as {@link IndicatorOrigin#id()}
 * @param count how often, at least 1
 */
public record IndicatorSighting(String id, long count) {}
