package io.eventsec.core.ingest;

/**
 * Turns a batch of raw records into events. Deterministic: the same batch always gives the same
 * events and rejections. Implementations are safe to share between threads.
 */
@FunctionalInterface
public interface BatchDecoder {

  /**
   * Decodes every record of the batch; a bad one becomes a rejection and its neighbours go on.
   * Never throws for bad input.
   */
  DecodedBatch decode(RawBatch batch);
}
