/** Serves the console's files. */
@NullMarked
package io.eventsec.app.console;

import org.jspecify.annotations.NullMarked;
