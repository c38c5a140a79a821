package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertMerge;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.policy.TenantPolicy;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.Suppression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes of the rules that are true for an event what is found in it. */
final class Judging {
  private final Event event;
  private final TenantPolicy policy;
  private final CorrelationRules correlations;
  private final Map<String, Suppression> suppressions;
  private final Map<String, UUID> exceptedFrom;
  private final List<Alert> alerts = new ArrayList<>();
  private final List<AlertMerge> merges = new ArrayList<>();
  private final List<Match> kept = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();
  private final Set<UUID> excepted = new HashSet<>();

  Judging(
      Event event,
      TenantPolicy policy,
      CorrelationRules correlations,
      Map<String, Suppression> suppressions) {
    this.event = event;
    this.policy = policy;
    this.correlations = correlations;
    this.suppressions = suppressions;
    this.exceptedFrom = policy.exceptedFrom(event);
  }

  void look(Match match) {
    String rule = match.rule().ref().id();
    if (!policy.runs(rule) || isExcepted(rule)) {
      return;
    }
    kept.add(match);
    correlations.over(rule).forEach(this::closeIfUnwanted);
    if (correlations.raisesAlerts(match.rule().ref())) {
      raise(match);
    }
  }

  private boolean isExcepted(String rule) {
    UUID exception = exceptedFrom.get(rule);
    if (exception != null) {
      excepted.add(exception);
    }
    return exception != null;
  }

  private void closeIfUnwanted(String correlation) {
    if (!policy.runs(correlation) || isExcepted(correlation)) {
      closed.add(correlation);
    }
  }

  private void raise(Match match) {
    SigmaRule rule = match.rule();
    Suppression suppression = suppressions.get(rule.ref().id());
    Alert alert = match.toAlert().with(policy.level(rule.ref().id(), rule.level()));
    if (suppression == null) {
      alerts.add(alert);
    } else {
      suppression
          .idFor(rule.ref(), event)
          .ifPresentOrElse(
              id -> merges.add(AlertMerge.of(alert.with(id))), () -> alerts.add(alert));
    }
  }

  Judgement judgement() {
    return new Judgement(alerts, merges, kept, closed, excepted);
  }
}
