package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.Match;
import java.util.List;

/**
 * What is found in one event.
 *
 * @param alerts what it raises by itself
 * @param matches the rules that are true for it, as correlations need them
 * @param ofAlerts what rules about alerts find in those alerts, as correlations need it
 */
public record Judgement(List<Alert> alerts, List<Match> matches, List<AlertMatches> ofAlerts) {
  /** Nothing. */
  public static final Judgement NONE = new Judgement(List.of(), List.of());

  /** Copies the lists. */
  public Judgement {
    alerts = List.copyOf(alerts);
    matches = List.copyOf(matches);
    ofAlerts = List.copyOf(ofAlerts);
  }

  /** What is found where no rule is about alerts. */
  public Judgement(List<Alert> alerts, List<Match> matches) {
    this(alerts, matches, List.of());
  }

  /** Alerts of which no correlation wants to know. */
  public static Judgement of(List<Alert> alerts) {
    return alerts.isEmpty() ? NONE : new Judgement(alerts, List.of());
  }
}
