/** A directory with copies of feeds, kept up to date from the net. */
@NullMarked
package io.eventsec.core.vuln.mirror;

import org.jspecify.annotations.NullMarked;
