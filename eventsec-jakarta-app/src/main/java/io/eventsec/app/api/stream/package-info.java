/** New and changed alerts as server-sent events. */
@NullMarked
package io.eventsec.app.api.stream;

import org.jspecify.annotations.NullMarked;
