package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.Match;
import java.util.List;

/**
 * What is found in one event.
 *
 * @param alerts what it raises by itself
 * @param matches the rules that are true for it, as correlations need them
 */
public record Judgement(List<Alert> alerts, List<Match> matches) {
  /** Nothing. */
  public static final Judgement NONE = new Judgement(List.of(), List.of());

  /** Copies the lists. */
  public Judgement {
    alerts = List.copyOf(alerts);
    matches = List.copyOf(matches);
  }

  /** Alerts of which no correlation wants to know. */
  public static Judgement of(List<Alert> alerts) {
    return alerts.isEmpty() ? NONE : new Judgement(alerts, List.of());
  }
}
