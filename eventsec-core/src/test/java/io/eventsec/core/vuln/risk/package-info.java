/** Tests of risk policies. */
@NullMarked
package io.eventsec.core.vuln.risk;

import org.jspecify.annotations.NullMarked;
