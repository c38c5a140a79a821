/** Tests of VEX. */
@NullMarked
package io.eventsec.core.vuln.vex;

import org.jspecify.annotations.NullMarked;
