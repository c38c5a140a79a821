package io.eventsec.core.pipeline;

/**
 * What one step of a pipeline did.
 *
 * @param batches how many batches it took from the journal; 0 means that there was nothing to read,
 *     though correlations may have waited long enough
 * @param events how many events came out of them
 * @param results how many alerts were raised, or events stored, that were not there before
 * @param rejections how many records it had to refuse
 */
public record StepReport(int batches, long events, long results, long rejections) {
  /** Nothing was waiting. */
  public static final StepReport IDLE = new StepReport(0, 0, 0, 0);

  /** True if there was nothing to do. */
  public boolean idle() {
    return equals(IDLE);
  }
}
