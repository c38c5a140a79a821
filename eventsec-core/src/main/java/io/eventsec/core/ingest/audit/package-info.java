/**
 * Records of the Linux audit system, as the kernel and the programs of user space write them:
 * heads, fields, and the values that are written in hexadecimal or by number.
 */
@NullMarked
package io.eventsec.core.ingest.audit;

import org.jspecify.annotations.NullMarked;
