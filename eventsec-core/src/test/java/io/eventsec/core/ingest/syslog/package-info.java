/** Tests of syslog. */
@NullMarked
package io.eventsec.core.ingest.syslog;

import org.jspecify.annotations.NullMarked;
