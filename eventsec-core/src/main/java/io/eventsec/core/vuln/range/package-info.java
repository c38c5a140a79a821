/**
 * Ranges of versions: VERS, what ecosystems write themselves, and the events of OSV. A range says
 * of a version whether it is within, and never guesses at one that it cannot read.
 */
@NullMarked
package io.eventsec.core.vuln.range;

import org.jspecify.annotations.NullMarked;
