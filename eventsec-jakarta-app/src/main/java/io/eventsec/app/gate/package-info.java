/** Migration at the start, and the gate that everything waits at which needs the schema. */
@NullMarked
package io.eventsec.app.gate;

import org.jspecify.annotations.NullMarked;
