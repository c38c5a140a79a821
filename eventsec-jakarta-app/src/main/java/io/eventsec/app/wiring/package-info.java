/** Makes the adapters and the engine out of the settings and hands them to the container. */
@NullMarked
package io.eventsec.app.wiring;

import org.jspecify.annotations.NullMarked;
