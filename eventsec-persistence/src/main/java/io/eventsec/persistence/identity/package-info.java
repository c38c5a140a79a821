/** Tenants, users, sessions, sign-in attempts, sensors: who and what is let in. */
@NullMarked
package io.eventsec.persistence.identity;

import org.jspecify.annotations.NullMarked;
