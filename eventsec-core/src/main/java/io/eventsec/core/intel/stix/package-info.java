/**
 * Patterns of STIX 2.1 (OASIS, section 9): {@link io.eventsec.core.intel.stix.StixPattern} reads
 * one and says which of its alternatives are indicators, and why the others are none.
 */
@NullMarked
package io.eventsec.core.intel.stix;

import org.jspecify.annotations.NullMarked;
