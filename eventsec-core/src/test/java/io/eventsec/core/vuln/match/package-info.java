/** Tests of CPE names. */
@NullMarked
package io.eventsec.core.vuln.match;

import org.jspecify.annotations.NullMarked;
