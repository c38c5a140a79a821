/** What is known to be bad, by who says so. Nothing matches events against it yet. */
@NullMarked
package io.eventsec.persistence.indicator;

import org.jspecify.annotations.NullMarked;
