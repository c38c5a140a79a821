package io.eventsec.app.syslog;

import io.eventsec.core.event.Tenant;

/**
 * What messages are kept under.
 *
 * @param tenant whose they are
 * @param name of the source
 */
record SyslogSource(Tenant tenant, String name) {}
