package io.eventsec.persistence.indicator;

/**
 * What became of {@link IndicatorClaims}.
 *
 * @param added how many the source had not said before
 * @param changed how many it says otherwise than before
 * @param unchanged how many it had said like that already
 */
public record IndicatorChanges(int added, int changed, int unchanged) {}
