/** Tests of polling, over real HTTP. */
@NullMarked
package io.eventsec.core.intel.taxii;

import org.jspecify.annotations.NullMarked;
