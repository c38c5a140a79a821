/** Tests of CPE names. */
@NullMarked
package io.eventsec.core.vuln.cpe;

import org.jspecify.annotations.NullMarked;
