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

/**
 * Makes of the rules that are true for an event, or for an alert as an event, what is found in it.
 */
final class Judging {
  private final Event event;
  private final TenantPolicy policy;
  private final CorrelationRules correlations;
  private final Map<String, Suppression> suppressions;
  private final Map<String, UUID> exceptedFrom;
  private final List<Alert> raised = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<AlertMerge> merges = new ArrayList<>();
  private final List<Match> kept = new ArrayList<>();
  private final Set<String> closed = new HashSet<>();
  private final Set<UUID> excepted = new HashSet<>();
  private final List<AlertMatches> ofAlerts = new ArrayList<>();

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

  /**
   * Looks at a rule that is true for it.
   *
   * @param alert what the match raises if nobody has decided otherwise
   */
  void look(Match match, Alert alert) {
    String rule = match.rule().ref().id();
    if (!policy.runs(rule) || isExcepted(rule)) {
      return;
    }
    kept.add(match);
    correlations.over(rule).forEach(this::closeIfUnwanted);
    if (correlations.raisesAlerts(match.rule().ref())) {
      raise(match.rule(), alert.with(policy.level(rule, match.rule().level())));
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

  private void raise(SigmaRule rule, Alert alert) {
    raised.add(alert);
    Suppression suppression = suppressions.get(rule.ref().id());
    if (suppression == null) {
      alerts.add(alert);
    } else {
      suppression
          .idFor(rule.ref(), event)
          .ifPresentOrElse(
              id -> merges.add(AlertMerge.of(alert.with(id))), () -> alerts.add(alert));
    }
  }

  /** The alerts that its matches raise, each by itself. */
  List<Alert> raised() {
    return raised;
  }

  /** Adds what is found in an alert that it raised. */
  void add(AlertMatches found, Judging about) {
    alerts.addAll(about.alerts);
    merges.addAll(about.merges);
    excepted.addAll(about.excepted);
    if (!about.kept.isEmpty()) {
      ofAlerts.add(new AlertMatches(found.alert(), found.event(), about.kept, about.closed));
    }
  }

  Judgement judgement() {
    return new Judgement(alerts, merges, kept, closed, excepted, ofAlerts);
  }
}
