@NullMarked
package io.eventsec.app.syslog;

import org.jspecify.annotations.NullMarked;
