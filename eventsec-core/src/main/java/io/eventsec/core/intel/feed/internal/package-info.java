/** How feeds of indicators are read. */
@NullMarked
package io.eventsec.core.intel.feed.internal;

import org.jspecify.annotations.NullMarked;
