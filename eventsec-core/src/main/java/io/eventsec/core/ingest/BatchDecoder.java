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

  /**
   * What reads the records: the same text as long as the same record is read alike, another once
   * formats or mappings differ. Kept with what was refused, to tell what is worth another try. At
   * most 100 characters; empty, which is the default, if nobody can tell.
   */
  default String version() {
    return "";
  }
}
