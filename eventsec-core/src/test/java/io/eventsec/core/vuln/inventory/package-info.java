/** Tests of CPE names. */
@NullMarked
package io.eventsec.core.vuln.inventory;

import org.jspecify.annotations.NullMarked;
