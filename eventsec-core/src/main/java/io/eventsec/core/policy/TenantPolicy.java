package io.eventsec.core.policy;

import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.detect.LogsourceRouting;
import io.eventsec.core.detect.Match;
import io.eventsec.core.event.Event;
import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.SigmaRule;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one tenant has decided about the rules. Immutable, safe to share between threads. */
public final class TenantPolicy {
  /** Nothing: all rules run as they are. */
  public static final TenantPolicy NONE = new TenantPolicy(List.of(), List.of());

  private final Map<String, RuleSetting> settings = new HashMap<>();
  private final Map<String, ExceptionFilter> exceptions = new HashMap<>();
  private final DetectionEngine engine;

  TenantPolicy(Collection<RuleSetting> settings, Collection<ExceptionFilter> exceptions) {
    settings.forEach(setting -> this.settings.put(setting.ruleId(), setting));
    exceptions.forEach(exception -> this.exceptions.put(exception.id().toString(), exception));
    List<SigmaRule> rules = exceptions.stream().map(ExceptionFilter::toRule).toList();
    this.engine = DetectionEngine.builder().rules(rules).routing(LogsourceRouting.NONE).build();
  }

  /** True unless the tenant has switched the rule off. */
  public boolean runs(String ruleId) {
    RuleSetting setting = settings.get(ruleId);
    return setting == null || setting.enabled();
  }

  /**
   * How much alerts of a rule matter to the tenant.
   *
   * @param own what the rule says
   */
  public Severity level(String ruleId, Severity own) {
    RuleSetting setting = settings.get(ruleId);
    return setting == null ? own : setting.level().orElse(own);
  }

  /**
   * The rules that shall not see an event, each with an exception that says so: of several the one
   * with the least id.
   *
   * @return empty for nearly every event
   */
  public Map<String, UUID> exceptedFrom(Event event) {
    if (exceptions.isEmpty()) {
      return Map.of();
    }
    Map<String, UUID> excepted = new HashMap<>();
    for (Match match : engine.process(event)) {
      ExceptionFilter exception = exceptions.get(match.rule().ref().id());
      if (exception != null && isInForce(exception, event.time())) {
        excepted.merge(
            exception.ruleId(),
            exception.id(),
            (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    return excepted;
  }

  private static boolean isInForce(ExceptionFilter exception, Instant moment) {
    return moment.isBefore(exception.expiresAt());
  }
}
