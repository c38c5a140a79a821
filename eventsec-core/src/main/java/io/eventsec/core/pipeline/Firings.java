package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.AlertId;
import io.eventsec.core.alert.AlertRepeat;
import io.eventsec.core.correlate.Firing;
import io.eventsec.core.policy.RulePolicies;
import io.eventsec.core.sigma.SigmaCorrelation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what comes of firings: the first of its kind is an alert, others say it went on. */
final class Firings {
  private final Evidence evidence;
  private final RulePolicies policies;
  private final List<Alert> alerts = new ArrayList<>();
  private final Map<AlertId, AlertRepeat> repeats = new LinkedHashMap<>();

  Firings(Evidence evidence, RulePolicies policies) {
    this.evidence = evidence;
    this.policies = policies;
  }

  void add(Firing firing) {
    if (firing.number() == 1) {
      SigmaCorrelation rule = firing.rule();
      alerts.add(
          CorrelationAlert.of(firing, evidence)
              .with(policies.of(firing.tenant()).level(rule.ref().id(), rule.level())));
    } else {
      AlertId id = firing.alertId();
      repeats.put(id, new AlertRepeat(id, firing.tenant(), firing.number(), firing.event().time()));
    }
  }

  List<Alert> alerts() {
    return List.copyOf(alerts);
  }

  /** Of each alert the last. */
  List<AlertRepeat> repeats() {
    return List.copyOf(repeats.values());
  }

  int size() {
    return alerts.size() + repeats.size();
  }

  void clear() {
    alerts.clear();
    repeats.clear();
  }
}
