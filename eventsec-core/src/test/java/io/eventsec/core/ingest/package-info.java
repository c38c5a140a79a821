/** Tests of decoding. */
@NullMarked
package io.eventsec.core.ingest;

import org.jspecify.annotations.NullMarked;
