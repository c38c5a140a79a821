/** Tests of OTLP. */
@NullMarked
package io.eventsec.core.ingest.otlp;

import org.jspecify.annotations.NullMarked;
