/** What is known of vulnerabilities: advisories and what else feeds say, and their readers. */
@NullMarked
package io.eventsec.core.vuln.advisory;

import org.jspecify.annotations.NullMarked;
