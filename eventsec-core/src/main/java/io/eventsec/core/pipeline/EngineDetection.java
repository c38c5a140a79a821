package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.risk.RiskModel;
import io.eventsec.core.risk.RiskOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rules of an engine, and correlations over them. */
final class EngineDetection implements Detection {
  private final DetectionEngine engine;
  private final CorrelationRules correlations;
  private final RiskModel risk;
  private final AlertRules alertRules;

  EngineDetection(DetectionEngine engine, CorrelationRules correlations, RiskOptions options) {
    this.engine = engine;
    this.correlations = correlations;
    this.risk = RiskModel.of(options, engine.rules(), correlations.correlations());
    this.alertRules = new AlertRules(engine, risk);
  }

  @Override
  public Judgement judge(Event event) {
    List<Match> matches = engine.process(event);
    if (matches.isEmpty()) {
      return Judgement.NONE;
    }
    List<Alert> alerts = raising(matches).map(Match::toAlert).toList();
    List<AlertMatches> ofAlerts = alertRules.judge(alerts);
    return ofAlerts.isEmpty()
        ? new Judgement(alerts, matches)
        : new Judgement(with(alerts, ofAlerts), matches, ofAlerts);
  }

  private List<Alert> with(List<Alert> alerts, List<AlertMatches> ofAlerts) {
    List<Alert> all = new ArrayList<>(alerts);
    for (AlertMatches found : ofAlerts) {
      raising(found.matches()).map(match -> alert(match, found.alert())).forEach(all::add);
    }
    return all;
  }

  private Stream<Match> raising(List<Match> matches) {
    return matches.stream().filter(match -> correlations.raisesAlerts(match.rule().ref()));
  }

  /** The evidence of an alert about an alert is what has happened, not what was said of it. */
  private static Alert alert(Match match, Alert about) {
    Alert alert = match.toAlert();
    return new Alert(
        alert.id(),
        alert.tenant(),
        alert.rule(),
        alert.title(),
        alert.severity(),
        alert.tags(),
        about.entities(),
        alert.matchedItems(),
        about.evidence());
  }

  @Override
  public CorrelationRules correlations() {
    return correlations;
  }

  @Override
  public RiskModel risk() {
    return risk;
  }
}
