/** Tests of looking up advisories. */
@NullMarked
package io.eventsec.core.vuln.osv;

import org.jspecify.annotations.NullMarked;
