package io.eventsec.core.risk;

import io.eventsec.core.alert.Alert;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Event;
import io.eventsec.core.sigma.RuleNames;
import io.eventsec.core.sigma.SigmaCorrelation;
import io.eventsec.core.sigma.SigmaMetadata;
import io.eventsec.core.sigma.SigmaRule;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says what alerts count. Immutable and safe to share between threads.
 *
 * <p>A rule or correlation counts what it says as {@code risk} below {@code eventsec}; one that
 * does not say, what its level counts. But one about alerts (see {@link
 * io.eventsec.core.sigma.Logsource#isOfAlerts}), or over such ones, counts nothing unless it says
 * so: what it is about has been counted.
 */
public final class RiskModel {
  /** Without rules: alerts count by their level, as {@link RiskOptions#DEFAULT} says. */
  public static final RiskModel DEFAULT = of(RiskOptions.DEFAULT, List.of(), List.of());

  private final RiskOptions options;
  private final Map<String, Integer> ofRule = new HashMap<>();

  private RiskModel(RiskOptions options) {
    this.options = options;
  }

  /**
   * For these rules.
   *
   * @param correlations each behind those that it refers to
   */
  public static RiskModel of(
      RiskOptions options, Collection<SigmaRule> rules, Collection<SigmaCorrelation> correlations) {
    RiskModel model = new RiskModel(options);
    RuleNames aboutAlerts = new RuleNames();
    for (SigmaRule rule : rules) {
      model.add(rule.ref(), rule.metadata(), rule.logsource().isOfAlerts(), aboutAlerts);
    }
    for (SigmaCorrelation rule : correlations) {
      boolean about = aboutAlerts.containsAnyOf(rule.rules());
      model.add(rule.ref(), rule.metadata(), about, aboutAlerts);
    }
    return model;
  }

  private void add(RuleRef rule, SigmaMetadata metadata, boolean about, RuleNames aboutAlerts) {
    if (about) {
      aboutAlerts.add(rule, metadata);
      ofRule.put(rule.id(), 0);
    }
    metadata.risk().ifPresent(points -> ofRule.put(rule.id(), points));
  }

  /** After which time points count half. */
  public Duration halfLife() {
    return options.halfLife();
  }

  /** What an alert counts against each that it is about. */
  public int points(Alert alert) {
    Integer own = ofRule.get(alert.rule().id());
    return own == null ? options.points(alert.severity()) : own;
  }

  /**
   * What an alert counts against whom: nothing against names that are too long or too many.
   *
   * <p>An event that says that it happens later than it was received counts as of its receipt, or a
   * wrong clock would hold a score up until then.
   */
  public List<RiskContribution> contributions(Alert alert) {
    int points = points(alert);
    if (points == 0) {
      return List.of();
    }
    Instant time = time(alert.evidence().get(0)).truncatedTo(ChronoUnit.MICROS);
    return RiskEntity.of(alert.entities()).stream()
        .map(entity -> new RiskContribution(alert.tenant(), entity, alert.id(), points, time))
        .toList();
  }

  private static Instant time(Event event) {
    Instant received = event.receivedAt();
    return !received.equals(Instant.EPOCH) && received.isBefore(event.time())
        ? received
        : event.time();
  }
}
