package io.eventsec.core.vuln.risk;

import io.eventsec.core.vuln.RiskLevel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How facts become a level and a score. Immutable and thread-safe.
 *
 * @param name of the policy
 * @param version 1 for its first, more for each change
 * @param levels which of the conditions, one of a level's is enough, give that level; the highest
 *     counts, and {@link RiskLevel#LOW} is what remains
 * @param weights of the score
 */
public record RiskPolicy(
    String name, int version, Map<RiskLevel, List<RiskCondition>> levels, RiskWeights weights) {
  /** The predecessor's labels and score. */
  public static final RiskPolicy DEFAULT =
      new RiskPolicy(
          "default",
          1,
          Map.of(
              RiskLevel.CRITICAL,
              List.of(RiskCondition.ofExploited(), RiskCondition.cvssAndEpss(9.0, 0.30)),
              RiskLevel.HIGH,
              List.of(RiskCondition.cvss(7.0), RiskCondition.epss(0.20)),
              RiskLevel.MEDIUM,
              List.of(RiskCondition.cvss(4.0), RiskCondition.epss(0.05))),
          new RiskWeights(0.7, 0.3, 0.2));

  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException if the version is less than 1
   */
  public RiskPolicy {
    if (version < 1) {
      throw new IllegalArgumentException("Version " + version + " is none: the first is 1");
    }
    Map<RiskLevel, List<RiskCondition>> copy = new EnumMap<>(RiskLevel.class);
    levels.forEach((level, conditions) -> copy.put(level, List.copyOf(conditions)));
    levels = Map.copyOf(copy);
  }

  /** The level and score of a vulnerability on an asset, and why. */
  public RiskAssessment assess(RiskFacts facts) {
    RiskLevel[] all = RiskLevel.values();
    for (int i = all.length - 1; i >= 0; i--) {
      List<String> reasons =
          levels.getOrDefault(all[i], List.of()).stream()
              .filter(condition -> condition.holds(facts))
              .map(condition -> condition.explain(facts))
              .toList();
      if (!reasons.isEmpty()) {
        return new RiskAssessment(all[i], weights.score(facts), reasons);
      }
    }
    return new RiskAssessment(RiskLevel.LOW, weights.score(facts), List.of());
  }
}
