/**
 * What is known to be bad, by who says so: taken in by hand and from feeds, listed for people, and
 * read in full by those who match events. How far feeds have been polled.
 */
@NullMarked
package io.eventsec.persistence.indicator;

import org.jspecify.annotations.NullMarked;
