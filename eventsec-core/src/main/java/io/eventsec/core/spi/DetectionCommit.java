package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import java.util.List;

/**
 * What one step of detection found.
 *
 * @param step the move over the journal that it belongs to; to where it stands if what was read
 *     before has led to something
 * @param alerts to be raised; those that are there already stay as they are
 * @param repeats alerts, of these or earlier steps, that have gone on; the last word about each
 * @param deadLetters what could not be read
 * @param state the parts of the correlations' state that have changed
 * @param events how many events were looked at
 */
public record DetectionCommit(
    ReaderStep step,
    List<Alert> alerts,
    List<AlertRepeat> repeats,
    List<DeadLetter> deadLetters,
    List<CorrelationCell> state,
    long events) {
  /** Copies the lists. */
  public DetectionCommit {
    alerts = List.copyOf(alerts);
    repeats = List.copyOf(repeats);
    deadLetters = List.copyOf(deadLetters);
    state = List.copyOf(state);
  }

  /** A step without correlations. */
  public DetectionCommit(
      ReaderStep step, List<Alert> alerts, List<DeadLetter> deadLetters, long events) {
    this(step, alerts, List.of(), deadLetters, List.of(), events);
  }
}
