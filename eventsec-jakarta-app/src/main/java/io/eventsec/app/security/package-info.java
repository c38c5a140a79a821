/** Who may call what: users, sessions, sensors, permissions, setup of the first administrator. */
@NullMarked
package io.eventsec.app.security;

import org.jspecify.annotations.NullMarked;
