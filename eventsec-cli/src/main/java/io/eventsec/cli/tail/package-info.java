/** Files that grow: told from each other, read line by line, with a position that is kept. */
@NullMarked
package io.eventsec.cli.tail;

import org.jspecify.annotations.NullMarked;
