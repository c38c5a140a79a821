/**
 * What has been evaluated by which rules, and what has not. Positions are those of the journal, as
 * plain numbers: they are exact. The times beside them are those of events, for people: events come
 * in any order, so the times of two spans may overlap though their positions don't.
 */
@NullMarked
package io.eventsec.core.coverage;

import org.jspecify.annotations.NullMarked;
