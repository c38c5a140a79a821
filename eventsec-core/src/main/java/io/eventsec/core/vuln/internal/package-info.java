/** What several packages of vulnerabilities share, and nobody else. */
@NullMarked
package io.eventsec.core.vuln.internal;

import org.jspecify.annotations.NullMarked;
