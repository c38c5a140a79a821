package io.eventsec.core.coverage;

/**
 * How far a rule has been run again over a range.
 *
 * @param range which
 * @param upTo the last position that is done; before the range if nothing is
 * @param open whether the rest is still going to be done
 */
public record ReevaluatedRange(SourceRange range, long upTo, boolean open) {}
