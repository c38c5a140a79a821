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
 * @param events how many events were looked at
 * @param failed how many of them broke the rule
 */
public record ReevaluationCommit(
    Reevaluation of,
    long position,
    List<Alert> alerts,
    List<AlertRepeat> repeats,
    long events,
    long failed) {
  /** Copies the lists. */
  public ReevaluationCommit {
    alerts = List.copyOf(alerts);
    repeats = List.copyOf(repeats);
  }

  /** Some alerts of a part that is not done. */
  public static ReevaluationCommit early(
      Reevaluation of, List<Alert> alerts, List<AlertRepeat> repeats) {
    return new ReevaluationCommit(of, of.position(), alerts, repeats, 0, 0);
  }
}
