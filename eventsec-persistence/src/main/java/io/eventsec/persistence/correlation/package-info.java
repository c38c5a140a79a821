/** What correlations have done, and which events they could not take up. */
@NullMarked
package io.eventsec.persistence.correlation;

import org.jspecify.annotations.NullMarked;
