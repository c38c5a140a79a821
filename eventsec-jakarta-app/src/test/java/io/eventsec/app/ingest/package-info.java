@NullMarked
package io.eventsec.app.ingest;

import org.jspecify.annotations.NullMarked;
