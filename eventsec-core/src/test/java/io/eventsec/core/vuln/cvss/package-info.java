/** Tests of CVSS. */
@NullMarked
package io.eventsec.core.vuln.cvss;

import org.jspecify.annotations.NullMarked;
