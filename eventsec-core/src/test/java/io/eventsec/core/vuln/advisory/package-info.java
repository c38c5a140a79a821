/** Tests of CPE names. */
@NullMarked
package io.eventsec.core.vuln.advisory;

import org.jspecify.annotations.NullMarked;
