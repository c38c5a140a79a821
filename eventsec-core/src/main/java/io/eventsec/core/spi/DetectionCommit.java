package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import java.util.List;

/**
 * What one step of detection found.
 *
 * @param step the move over the journal that it belongs to; to where it stands if what was read
 *     before has led to something
 * @param alerts to be raised; those that are there already stay as they are
 * @param deadLetters what could not be read
 * @param correlations what correlations have come to besides alerts
 * @param noise what was kept from being an alert of its own
 * @param events how many events were looked at
 */
public record DetectionCommit(
    ReaderStep step,
    List<Alert> alerts,
    List<DeadLetter> deadLetters,
    CorrelationCommit correlations,
    NoiseCommit noise,
    long events) {
  /** Copies the lists. */
  public DetectionCommit {
    alerts = List.copyOf(alerts);
    deadLetters = List.copyOf(deadLetters);
  }

  /** A step without noise. */
  public DetectionCommit(
      ReaderStep step,
      List<Alert> alerts,
      List<DeadLetter> deadLetters,
      CorrelationCommit correlations,
      long events) {
    this(step, alerts, deadLetters, correlations, NoiseCommit.NONE, events);
  }

  /** A step without correlations and noise. */
  public DetectionCommit(
      ReaderStep step, List<Alert> alerts, List<DeadLetter> deadLetters, long events) {
    this(step, alerts, deadLetters, CorrelationCommit.NONE, events);
  }
}
