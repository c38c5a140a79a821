/** Tests of patterns of STIX. */
@NullMarked
package io.eventsec.core.intel.stix;

import org.jspecify.annotations.NullMarked;
