package io.eventsec.core.pipeline;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.coverage.RulesInForce;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at one event and says what is found in it. Deterministic: the same event always raises
 * alerts with the same ids. Implementations are safe to share between threads.
 */
@FunctionalInterface
public interface Detection {

  /** What is found; nothing for nearly every event. */
  Judgement judge(Event event);

  /** The correlations over the matches that it finds; always the same object. */
  default CorrelationRules correlations() {
    return CorrelationRules.NONE;
  }

  /**
   * The rules and correlations that a tenant's events are judged by. Asked once for each source of
   * a step, so it should be at hand; always the same of one object, since it is told of all that
   * {@link #judge} has judged.
   */
  default RulesInForce inForce(Tenant tenant) {
    return RulesInForce.NONE;
  }

  /** The rules of an engine, and correlations over them. */
  static Detection of(DetectionEngine engine, CorrelationRules correlations) {
    RulesInForce inForce =
        RulesInForce.of(
            Stream.concat(
                    engine.rules().stream().map(SigmaRule::ref),
                    correlations.correlations().stream().map(SigmaCorrelation::ref))
                .toList());
    return new Detection() {
      @Override
      public Judgement judge(Event event) {
        List<Match> matches = engine.process(event);
        return matches.isEmpty() ? Judgement.NONE : new Judgement(alerts(matches), matches);
      }

      private List<Alert> alerts(List<Match> matches) {
        return matches.stream()
            .filter(match -> correlations.raisesAlerts(match.rule().ref()))
            .map(Match::toAlert)
            .toList();
      }

      @Override
      public CorrelationRules correlations() {
        return correlations;
      }

      @Override
      public RulesInForce inForce(Tenant tenant) {
        return inForce;
      }
    };
  }
}
