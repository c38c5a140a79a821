/** Tests of VEX as it is written. */
@NullMarked
package io.eventsec.core.vuln.vex.format;

import org.jspecify.annotations.NullMarked;
