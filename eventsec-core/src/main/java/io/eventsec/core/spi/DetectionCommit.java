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
 * @param risk what the alerts count
 * @param events how many events were looked at
 * @param coverage what was evaluated by which rules, one for each source of a tenant at most
 */
public record DetectionCommit(
    ReaderStep step,
    List<Alert> alerts,
    List<DeadLetter> deadLetters,
    CorrelationCommit correlations,
    NoiseCommit noise,
    RiskCommit risk,
    long events,
    List<CoverageNote> coverage) {
  /** Copies the lists. */
  public DetectionCommit {
    alerts = List.copyOf(alerts);
    deadLetters = List.copyOf(deadLetters);
    coverage = List.copyOf(coverage);
  }

  /** A step without noise, whose alerts count nothing, and that notes nothing in the ledger. */
  public DetectionCommit(
      ReaderStep step,
      List<Alert> alerts,
      List<DeadLetter> deadLetters,
      CorrelationCommit correlations,
      long events) {
    this(
        step,
        alerts,
        deadLetters,
        correlations,
        NoiseCommit.NONE,
        RiskCommit.NONE,
        events,
        List.of());
  }

  /** The same without correlations. */
  public DetectionCommit(
      ReaderStep step, List<Alert> alerts, List<DeadLetter> deadLetters, long events) {
    this(step, alerts, deadLetters, CorrelationCommit.NONE, events);
  }

  /** The same with that noise. */
  public DetectionCommit with(NoiseCommit other) {
    return new DetectionCommit(
        step, alerts, deadLetters, correlations, other, risk, events, coverage);
  }

  /** The same whose alerts count that. */
  public DetectionCommit with(RiskCommit other) {
    return new DetectionCommit(
        step, alerts, deadLetters, correlations, noise, other, events, coverage);
  }

  /** The same that notes that in the ledger. */
  public DetectionCommit with(List<CoverageNote> other) {
    return new DetectionCommit(step, alerts, deadLetters, correlations, noise, risk, events, other);
  }
}
