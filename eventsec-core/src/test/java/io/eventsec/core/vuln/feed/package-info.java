/** Tests of feeds that are renewed. */
@NullMarked
package io.eventsec.core.vuln.feed;

import org.jspecify.annotations.NullMarked;
