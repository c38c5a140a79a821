package io.eventsec.cli.detect;

import io.eventsec.core.event.Tenant;

/**
 * What is said of all inputs of a run.
 *
 * @param tenant whose events they are
 * @param source the name that the events are under
 * @param format of all records, or {@link io.eventsec.core.ingest.RawBatch#AUTO}
 */
record InputLabels(Tenant tenant, String source, String format) {}
