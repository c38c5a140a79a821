/** {@code eventsec inventory}: what is installed on this host. */
@NullMarked
package io.eventsec.cli.inventory;

import org.jspecify.annotations.NullMarked;
