@NullMarked
package io.eventsec.app.console;

import org.jspecify.annotations.NullMarked;
