package io.eventsec.cli.detect;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param events how many of its records are events
 * @param rejections a line for each record that is none
 * @param matches a line of JSON for each match that is told by itself
 * @param correlated the events that correlations need
 */
record BatchResult(
    int events, List<String> rejections, List<String> matches, List<MatchedEvent> correlated) {}
