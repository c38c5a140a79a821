/** Tests of findings. */
@NullMarked
package io.eventsec.core.vuln.finding;

import org.jspecify.annotations.NullMarked;
