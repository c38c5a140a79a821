/** Tests of the formats. */
@NullMarked
package io.eventsec.core.ingest.format;

import org.jspecify.annotations.NullMarked;
