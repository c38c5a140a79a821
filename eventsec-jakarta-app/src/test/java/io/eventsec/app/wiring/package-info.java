@NullMarked
package io.eventsec.app.wiring;

import org.jspecify.annotations.NullMarked;
