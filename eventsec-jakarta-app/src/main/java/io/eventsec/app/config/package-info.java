/** Settings: what may be configured, read and checked once at the start. */
@NullMarked
package io.eventsec.app.config;

import org.jspecify.annotations.NullMarked;
