@NullMarked
package io.eventsec.app.gate;

import org.jspecify.annotations.NullMarked;
