package io.eventsec.core.intel.taxii;

import io.eventsec.core.intel.feed.internal.StixImport;
import java.util.Optional;

/**
 * A page that was read.
 *
 * @param envelope what surrounds its objects
 * @param lastAdded when the server got the last of them; empty if it does not say
 */
record TaxiiPage(StixImport.Envelope envelope, Optional<String> lastAdded) {}
