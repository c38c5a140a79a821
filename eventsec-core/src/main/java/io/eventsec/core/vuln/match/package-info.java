/** Which components which advisories are about, and why. */
@NullMarked
package io.eventsec.core.vuln.match;

import org.jspecify.annotations.NullMarked;
