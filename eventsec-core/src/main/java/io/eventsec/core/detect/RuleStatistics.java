package io.eventsec.core.detect;

import io.eventsec.core.alert.RuleRef;
import java.time.Duration;

/**
 * What a rule has done since its engine was compiled. Immutable.
 *
 * @param rule which
 * @param tried how often its condition was evaluated: for the events that the index did not rule
 *     out
 * @param matched how often it was true
 * @param undecided how often it could not be told: see {@link Undecided}
 * @param timed how many of the evaluations were timed: one in 32
 * @param time what those took together
 */
public record RuleStatistics(
    RuleRef rule, long tried, long matched, long undecided, long timed, Duration time) {}
