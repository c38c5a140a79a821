package io.eventsec.cli.detect;

import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import java.util.List;

/**
 * An event that correlations need.
 *
 * @param matches the rules that are true for it, one of them at least one that a correlation refers
 *     to
 * @param place where its record is
 */
record MatchedEvent(Event event, List<Match> matches, Place place) {}
