/** Tests of CPE names. */
@NullMarked
package io.eventsec.core.vuln.cvss;

import org.jspecify.annotations.NullMarked;
