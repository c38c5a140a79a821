/** {@code eventsec ship}: files to a server, at least once and resumable. */
@NullMarked
package io.eventsec.cli.ship;

import org.jspecify.annotations.NullMarked;
