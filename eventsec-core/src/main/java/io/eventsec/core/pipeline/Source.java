package io.eventsec.core.pipeline;

import io.eventsec.core.ingest.BatchDecoder;
import io.eventsec.core.spi.EventJournal;

/**
 * Where a pipeline's events come from.
 *
 * @param journal the batches
 * @param decoder what makes events of them
 */
public record Source(EventJournal journal, BatchDecoder decoder) {}
