/** Tests of the records of the Linux audit system. */
@NullMarked
package io.eventsec.core.ingest.audit;

import org.jspecify.annotations.NullMarked;
