/** Tests of readers of advisories. */
@NullMarked
package io.eventsec.core.vuln.advisory;

import org.jspecify.annotations.NullMarked;
