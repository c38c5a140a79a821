/** {@code eventsec up}: the databases and the application on this machine. */
@NullMarked
package io.eventsec.cli.up;

import org.jspecify.annotations.NullMarked;
