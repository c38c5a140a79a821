/**
 * Syslog messages: RFC 5424 by the letter, RFC 3164 and what devices write instead as they come.
 */
@NullMarked
package io.eventsec.core.ingest.syslog;

import org.jspecify.annotations.NullMarked;
