/** The sources that are expected to send, and for how long each has been silent. */
@NullMarked
package io.eventsec.app.source;

import org.jspecify.annotations.NullMarked;
