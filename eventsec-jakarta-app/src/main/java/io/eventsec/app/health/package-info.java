/** The components' own checks, for probes and for people. */
@NullMarked
package io.eventsec.app.health;

import org.jspecify.annotations.NullMarked;
