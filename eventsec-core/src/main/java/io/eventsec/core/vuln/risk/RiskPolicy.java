package io.eventsec.core.vuln.risk;

import io.eventsec.core.vuln.RiskLevel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How facts become a level and a score. Immutable and thread-safe.
 *
 * @param name of the policy: 1 to 64 of a-z, 0-9, dot, underscore and hyphen
 * @param version 1 for its first, more for each change
 * @param levels which of the conditions, one of a level's is enough, give that level; the highest
 *     counts, and {@link RiskLevel#LOW} is what remains
 * @param weights of the score
 * @param dueDays within how many days of its opening a finding of a level is to be dealt with, 1 to
 *     3,650; a level without has no end
 */
public record RiskPolicy(
    String name,
    int version,
    Map<RiskLevel, List<RiskCondition>> levels,
    RiskWeights weights,
    Map<RiskLevel, Integer> dueDays) {
  /** The most days that a finding may have. */
  static final int LONGEST_DUE = 3_650;

  /** The last version that a policy can have. */
  static final int LAST_VERSION = 999_999;

  static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
  static final String NAME_RULE =
      "1 to 64 of a-z, 0-9, '.', '_' and '-', the first a letter or digit";

  /** The predecessor's labels and score, and days that are common. */
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
          new RiskWeights(0.7, 0.3, 0.2),
          Map.of(
              RiskLevel.CRITICAL, 7, RiskLevel.HIGH, 30, RiskLevel.MEDIUM, 90, RiskLevel.LOW, 180));

  /**
   * Copies the maps.
   *
   * @throws IllegalArgumentException if the name is none, the version is not 1 to 999,999, or days
   *     are out of bounds
   */
  public RiskPolicy {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Name '" + name + "' is none: use " + NAME_RULE);
    }
    if (version < 1 || version > LAST_VERSION) {
      throw new IllegalArgumentException(
          "Version " + version + " is none: use 1 to " + LAST_VERSION);
    }
    Map<RiskLevel, List<RiskCondition>> copy = new EnumMap<>(RiskLevel.class);
    levels.forEach((level, conditions) -> copy.put(level, List.copyOf(conditions)));
    levels = Map.copyOf(copy);
    dueDays = Map.copyOf(dueDays);
    dueDays.forEach(
        (level, days) -> {
          if (days < 1 || days > LONGEST_DUE) {
            throw new IllegalArgumentException(
                days + " days for " + level + " are none: use 1 to " + LONGEST_DUE);
          }
        });
  }

  /** The same as another version. */
  public RiskPolicy withVersion(int other) {
    return new RiskPolicy(name, other, levels, weights, dueDays);
  }

  /** Name and version, as evidence shows them: {@code default 1}. */
  public String label() {
    return name + ' ' + version;
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
