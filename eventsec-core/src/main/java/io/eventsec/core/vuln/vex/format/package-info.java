/** VEX as it is written: OpenVEX 0.2.0, CycloneDX, CSAF 2.0. */
@NullMarked
package io.eventsec.core.vuln.vex.format;

import org.jspecify.annotations.NullMarked;
