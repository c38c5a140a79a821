/** End-to-end tests: the distribution as a user runs it, with everything real. */
@NullMarked
package io.eventsec.distribution;

import org.jspecify.annotations.NullMarked;
