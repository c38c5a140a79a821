package io.eventsec.cli.detect;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param events how many of its records are events
 * @param rejections a line for each record that is none
 * @param matches those that are told by themselves
 * @param correlated the events that correlations need
 */
record BatchResult(
    int events, List<String> rejections, MatchLines matches, List<MatchedEvent> correlated) {}
