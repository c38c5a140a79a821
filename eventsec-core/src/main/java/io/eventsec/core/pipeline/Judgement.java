package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.detect.Match;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What is found in one event.
 *
 * @param alerts what it raises by itself
 * @param merges what it raises together with others like it
 * @param matches the rules that are true for it, as correlations need them
 * @param closed ids of the correlations that shall not see it all the same
 * @param excepted ids of the exceptions that kept it from a rule
 * @param ofAlerts what rules about alerts find in what it raises, as correlations need it
 */
public record Judgement(
    List<Alert> alerts,
    List<AlertMerge> merges,
    List<Match> matches,
    Set<String> closed,
    Set<UUID> excepted,
    List<AlertMatches> ofAlerts) {
  /** Nothing. */
  public static final Judgement NONE = of(List.of());

  /** Copies the collections. */
  public Judgement {
    alerts = List.copyOf(alerts);
    merges = List.copyOf(merges);
    matches = List.copyOf(matches);
    closed = Set.copyOf(closed);
    excepted = Set.copyOf(excepted);
    ofAlerts = List.copyOf(ofAlerts);
  }

  /** Alerts of which no correlation wants to know. */
  public static Judgement of(List<Alert> alerts) {
    return new Judgement(alerts, List.of(), List.of(), Set.of(), Set.of(), List.of());
  }
}
