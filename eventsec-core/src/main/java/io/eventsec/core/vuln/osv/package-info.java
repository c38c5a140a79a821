/** Advisories of a server of OSV's API, for what no local feed is about. */
@NullMarked
package io.eventsec.core.vuln.osv;

import org.jspecify.annotations.NullMarked;
