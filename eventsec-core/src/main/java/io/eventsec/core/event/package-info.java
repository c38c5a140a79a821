/** Events. */
@NullMarked
package io.eventsec.core.event;

import org.jspecify.annotations.NullMarked;
