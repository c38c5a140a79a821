/**
 * Feeds that are asked for over HTTP: {@link io.eventsec.core.intel.taxii.TaxiiClient} polls
 * collections of TAXII 2.1 (OASIS).
 */
@NullMarked
package io.eventsec.core.intel.taxii;

import org.jspecify.annotations.NullMarked;
