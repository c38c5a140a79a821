package io.eventsec.core.spi;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.coverage.Reevaluation;
import java.util.List;

/**
 * What running a rule over a part of its ranges has come to.
 *
 * @param of the re-evaluation, as it was when the part began
 * @param position what lies in the ranges up to there is done now; {@code of.position()} if some
 *     alerts are raised before the part is done, because all would be too many to hold
 * @param alerts to be raised; those that are there already stay as they are
 * @param repeats alerts, of this or earlier steps, that have gone on
 * @param noise what was kept from being an alert of its own
 * @param risk what the alerts count
 * @param events how many events were looked at
 * @param failed how many of them broke the rule
 */
public record ReevaluationCommit(
    Reevaluation of,
    long position,
    List<Alert> alerts,
    List<AlertRepeat> repeats,
    NoiseCommit noise,
    RiskCommit risk,
    long events,
    long failed) {
  /** Copies the lists. */
  public ReevaluationCommit {
    alerts = List.copyOf(alerts);
    repeats = List.copyOf(repeats);
  }

  /** Without noise, and of alerts that count nothing. */
  public ReevaluationCommit(
      Reevaluation of,
      long position,
      List<Alert> alerts,
      List<AlertRepeat> repeats,
      long events,
      long failed) {
    this(of, position, alerts, repeats, NoiseCommit.NONE, RiskCommit.NONE, events, failed);
  }

  /** Some alerts of a part that is not done. */
  public static ReevaluationCommit early(
      Reevaluation of, List<Alert> alerts, List<AlertRepeat> repeats) {
    return new ReevaluationCommit(of, of.position(), alerts, repeats, 0, 0);
  }

  /** The same with that noise. */
  public ReevaluationCommit with(NoiseCommit other) {
    return new ReevaluationCommit(of, position, alerts, repeats, other, risk, events, failed);
  }

  /** The same whose alerts count that. */
  public ReevaluationCommit with(RiskCommit other) {
    return new ReevaluationCommit(of, position, alerts, repeats, noise, other, events, failed);
  }
}
