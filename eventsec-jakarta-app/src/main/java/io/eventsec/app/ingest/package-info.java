/** The receiver of raw events. */
@NullMarked
package io.eventsec.app.ingest;

import org.jspecify.annotations.NullMarked;
