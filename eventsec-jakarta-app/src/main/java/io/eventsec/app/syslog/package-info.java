/** The receivers of syslog: ports, who may send to them, and how messages get onto the disk. */
@NullMarked
package io.eventsec.app.syslog;

import org.jspecify.annotations.NullMarked;
