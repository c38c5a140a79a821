/** Tests of ranges. */
@NullMarked
package io.eventsec.core.vuln.range;

import org.jspecify.annotations.NullMarked;
