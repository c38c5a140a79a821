package io.eventsec.core.detect.internal;

/**
 * A literal and the run that it is known by. Only used to compile.
 *
 * @param end the index in the literal after the run's last character
 */
record GramEntry(Literal literal, int end) {}
