/** Vectors of the Common Vulnerability Scoring System and what they come to. */
@NullMarked
package io.eventsec.core.vuln.cvss;

import org.jspecify.annotations.NullMarked;
