/** How the servers are unpacked, started, watched and stopped; nobody else's. */
@NullMarked
package io.eventsec.embedded.internal;

import org.jspecify.annotations.NullMarked;
