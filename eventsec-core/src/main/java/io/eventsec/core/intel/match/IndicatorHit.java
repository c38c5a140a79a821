package io.eventsec.core.intel.match;

import io.eventsec.core.intel.ThreatIndicator;

/**
 * An event names an indicator.
 *
 * @param field the ECS field that names it
 * @param value what stands there
 * @param kind how it is what the indicator names
 * @param claim the indicator, and what a source says of it
 * @param sightings how often it was seen elsewhere, as far as the source has told; 0 if it has not
 */
public record IndicatorHit(
    String field, String value, MatchKind kind, ThreatIndicator claim, long sightings) {}
