/** {@code eventsec backup} and {@code eventsec restore}: both stores into a directory and back. */
@NullMarked
package io.eventsec.cli.backup;

import org.jspecify.annotations.NullMarked;
