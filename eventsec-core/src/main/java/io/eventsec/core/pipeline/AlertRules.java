package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.risk.AlertEvents;
import io.eventsec.core.risk.RiskModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the alerts that rules raise to the rules about alerts. What those raise goes no further, so
 * nothing can feed on itself. Safe to share between threads.
 */
public final class AlertRules {
  private final DetectionEngine engine;
  private final RiskModel risk;

  /** The rules about alerts of an engine, to which alerts count as the model says. */
  public AlertRules(DetectionEngine engine, RiskModel risk) {
    this.engine = engine;
    this.risk = risk;
  }

  /**
   * Judges alerts of rules that are about events.
   *
   * @return an entry for each in which something is found
   */
  public List<AlertMatches> judge(List<Alert> alerts) {
    List<AlertMatches> found = new ArrayList<>();
    if (engine.hasRulesOfAlerts()) {
      for (Alert alert : alerts) {
        Event event = AlertEvents.of(alert, risk.points(alert));
        List<Match> matches = engine.processAlert(event);
        if (!matches.isEmpty()) {
          found.add(new AlertMatches(alert, event, matches));
        }
      }
    }
    return found;
  }
}
