package io.eventsec.core.vuln.risk;

/**
 * What a score is made of: {@code cvss · CVSS/10 + epss · EPSS + exploited}, at most 1.
 *
 * @param cvss weight of CVSS
 * @param epss weight of EPSS
 * @param exploited what is added if it is known to be exploited
 */
public record RiskWeights(double cvss, double epss, double exploited) {
  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if one is not 0 to 1
   */
  public RiskWeights {
    for (double weight : new double[] {cvss, epss, exploited}) {
      if (!(weight >= 0 && weight <= 1)) {
        throw new IllegalArgumentException("Weight " + weight + " is none: use 0 to 1");
      }
    }
  }

  double score(RiskFacts facts) {
    double sum =
        cvss * facts.cvss().orElse(0) / 10
            + epss * facts.epss().orElse(0)
            + (facts.exploited().isPresent() ? exploited : 0);
    return Math.max(0, Math.min(1, sum));
  }
}
