/**
 * Versions as each ecosystem compares them. {@link
 * io.eventsec.core.vuln.version.VersionScheme#parse} reads a text into a {@link
 * io.eventsec.core.vuln.version.Version}, or says why it cannot.
 */
@NullMarked
package io.eventsec.core.vuln.version;

import org.jspecify.annotations.NullMarked;
