package io.eventsec.core.vuln.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What must all be true together. What is empty, or false, is not asked.
 *
 * @param cvss at least that score
 * @param epss at least that probability
 * @param exploited it is known to be exploited
 * @param ransomware campaigns of ransomware are known to use it
 * @param decision CISA's tree says that, or more
 * @param exposed the asset can be reached from outside
 */
public record RiskCondition(
    OptionalDouble cvss,
    OptionalDouble epss,
    boolean exploited,
    boolean ransomware,
    Optional<SsvcDecision> decision,
    boolean exposed) {
  /**
   * Checks that something is asked.
   *
   * @throws IllegalArgumentException if nothing is, or a bound is none
   */
  public RiskCondition {
    if (cvss.isEmpty()
        && epss.isEmpty()
        && !exploited
        && !ransomware
        && decision.isEmpty()
        && !exposed) {
      throw new IllegalArgumentException("A condition asks nothing; it must ask something");
    }
    if (cvss.orElse(0) < 0 || cvss.orElse(0) > 10 || epss.orElse(0) < 0 || epss.orElse(0) > 1) {
      throw new IllegalArgumentException(
          "CVSS "
              + cvss.orElse(0)
              + " or EPSS "
              + epss.orElse(0)
              + " is no bound: use 0 to 10 for CVSS, 0 to 1 for EPSS");
    }
  }

  /** At least that score of CVSS. */
  public static RiskCondition cvss(double score) {
    return new RiskCondition(
        OptionalDouble.of(score), OptionalDouble.empty(), false, false, Optional.empty(), false);
  }

  /** At least that probability of EPSS. */
  public static RiskCondition epss(double probability) {
    return new RiskCondition(
        OptionalDouble.empty(),
        OptionalDouble.of(probability),
        false,
        false,
        Optional.empty(),
        false);
  }

  /** Both. */
  public static RiskCondition cvssAndEpss(double score, double probability) {
    return new RiskCondition(
        OptionalDouble.of(score),
        OptionalDouble.of(probability),
        false,
        false,
        Optional.empty(),
        false);
  }

  /** It is known to be exploited. */
  public static RiskCondition ofExploited() {
    return new RiskCondition(
        OptionalDouble.empty(), OptionalDouble.empty(), true, false, Optional.empty(), false);
  }

  /** True if all that is asked is so. */
  public boolean holds(RiskFacts facts) {
    return isAtLeast(facts.cvss(), cvss)
        && isAtLeast(facts.epss(), epss)
        && (!exploited || facts.exploited().isPresent())
        && (!ransomware || facts.exploited().filter(one -> one.ransomware()).isPresent())
        && (!exposed || facts.exposed())
        && (decision.isEmpty()
            || facts.decision().filter(one -> one.compareTo(decision.get()) >= 0).isPresent());
  }

  private static boolean isAtLeast(OptionalDouble value, OptionalDouble bound) {
    return bound.isEmpty() || value.isPresent() && value.getAsDouble() >= bound.getAsDouble();
  }

  /** For people, with the values that met it: {@code CVSS 9.8 is at least 9.0}. */
  String explain(RiskFacts facts) {
    List<String> parts = new ArrayList<>();
    cvss.ifPresent(bound -> parts.add(atLeast("CVSS", facts.cvss(), bound)));
    epss.ifPresent(bound -> parts.add(atLeast("EPSS", facts.epss(), bound)));
    if (exploited || ransomware) {
      facts
          .exploited()
          .ifPresent(
              one ->
                  parts.add(
                      "known to be exploited since "
                          + one.added()
                          + (one.ransomware() ? ", by ransomware too" : "")));
    }
    if (decision.isPresent()) {
      facts.decision().ifPresent(one -> parts.add("SSVC says " + one.label()));
    }
    if (exposed) {
      parts.add("the asset can be reached from outside");
    }
    return String.join(" and ", parts);
  }

  private static String atLeast(String what, OptionalDouble value, double bound) {
    return String.format(Locale.ROOT, "%s %s is at least %s", what, value.orElse(0), bound);
  }
}
