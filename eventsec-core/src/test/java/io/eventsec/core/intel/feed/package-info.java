/** Tests of feeds of indicators. */
@NullMarked
package io.eventsec.core.intel.feed;

import org.jspecify.annotations.NullMarked;
