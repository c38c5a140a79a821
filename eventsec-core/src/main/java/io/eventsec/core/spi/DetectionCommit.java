package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import java.util.List;

/**
 * What one step of detection found.
 *
 * @param step the move over the journal that it belongs to
 * @param alerts to be raised; those that are there already stay as they are
 * @param deadLetters what could not be read
 * @param events how many events were looked at
 */
public record DetectionCommit(
    ReaderStep step, List<Alert> alerts, List<DeadLetter> deadLetters, long events) {
  /** Copies the lists. */
  public DetectionCommit {
    alerts = List.copyOf(alerts);
    deadLetters = List.copyOf(deadLetters);
  }
}
