/** Tests of the mirror of feeds. */
@NullMarked
package io.eventsec.core.vuln.mirror;

import org.jspecify.annotations.NullMarked;
