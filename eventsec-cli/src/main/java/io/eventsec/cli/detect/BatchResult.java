package io.eventsec.cli.detect;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param events how many of its records are events
 * @param rejections a line for each record that is none
 * @param matches a line of JSON for each match
 */
record BatchResult(int events, List<String> rejections, List<String> matches) {}
