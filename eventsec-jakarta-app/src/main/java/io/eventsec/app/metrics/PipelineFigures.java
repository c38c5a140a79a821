package io.eventsec.app.metrics;

import io.eventsec.core.ingest.Rejection;
import java.util.List;
import java.util.Map;

/**
 * How far the pipeline has come, of all tenants together.
 *
 * @param batches acknowledged since the installation was made
 * @param records acknowledged since the installation was made
 * @param events that the rules have looked at
 * @param readers of the journal
 * @param deadLetters that are kept, by stage; a stage without any may be missing
 * @param deadLettersEvicted that went because there were too many
 * @param correlations what correlations have done, by what it is
 * @param outboxPending messages still to be delivered
 */
record PipelineFigures(
    long batches,
    long records,
    long events,
    List<Reader> readers,
    Map<Rejection.Stage, Long> deadLetters,
    long deadLettersEvicted,
    Map<String, Long> correlations,
    long outboxPending) {

  /**
   * A reader.
   *
   * @param name which
   * @param batches that it has passed
   * @param records that it has passed
   * @param waitingSeconds how long its next batch has been waiting; 0 if there is none
   */
  record Reader(String name, long batches, long records, double waitingSeconds) {}
}
