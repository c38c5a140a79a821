/** Tests of matching. */
@NullMarked
package io.eventsec.core.vuln.match;

import org.jspecify.annotations.NullMarked;
