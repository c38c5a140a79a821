/** The loops behind the receiver: detection, indexing, alert delivery, trimming. */
@NullMarked
package io.eventsec.app.worker;

import org.jspecify.annotations.NullMarked;
