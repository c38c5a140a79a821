package io.eventsec.core.sigma;

import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.Severity;
import io.eventsec.core.sigma.ast.CorrelationCondition;
import io.eventsec.core.sigma.ast.CorrelationType;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sound Sigma correlation rule (specification 2.1.0, <i>Sigma Correlation Rules</i>). Immutable.
 *
 * @param ref its id and the version of its text; a correlation without id has one derived from its
 *     title
 * @param metadata what it says about itself
 * @param type what is counted or put in order
 * @param rules ids or names of the rules and correlations it refers to, as written, at least one
 * @param groupBy the fields or aliases whose values tell one group of events from another
 * @param timespan within which it has to happen, more than zero
 * @param condition what has to be reached
 * @param aliases by alias: by rule as written, the field that is meant in that rule's events
 * @param generate true if the rules it refers to raise alerts of their own too
 * @param origin where it was read, and its text
 */
public record SigmaCorrelation(
    RuleRef ref,
    SigmaMetadata metadata,
    CorrelationType type,
    List<String> rules,
    List<String> groupBy,
    Duration timespan,
    CorrelationCondition condition,
    Map<String, Map<String, String>> aliases,
    boolean generate,
    RuleOrigin origin) {
  /** Copies the collections, keeping the order. */
  public SigmaCorrelation {
    rules = List.copyOf(rules);
    groupBy = List.copyOf(groupBy);
    aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
  }

  /** The same with other names for fields. */
  public SigmaCorrelation with(RuleRef otherRef, Map<String, Map<String, String>> otherAliases) {
    return new SigmaCorrelation(
        otherRef,
        metadata,
        type,
        rules,
        groupBy,
        timespan,
        condition,
        otherAliases,
        generate,
        origin);
  }

  /** Its title. */
  public String title() {
    return metadata.title();
  }

  /** How much it matters; {@link Severity#MEDIUM} if it doesn't say. */
  public Severity level() {
    return metadata.level();
  }

  /** True if that is its id or its name. */
  public boolean isCalled(String idOrName) {
    return metadata.isCalled(ref, idOrName);
  }
}
