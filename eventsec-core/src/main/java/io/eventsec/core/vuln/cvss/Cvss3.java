package io.eventsec.core.vuln.cvss;

import java.util.Map;
import java.util.OptionalDouble;

/** The formulas of CVSS 3.0 and 3.1: the specification documents, section 7. */
final class Cvss3 {
  private static final String X = "X";
  private static final Map<String, Double> ACCESS =
      Map.of("N", 0.85, "A", 0.62, "L", 0.55, "P", 0.2);
  private static final Map<String, Double> COMPLEXITY = Map.of("L", 0.77, "H", 0.44);
  private static final Map<String, Double> PRIVILEGES = Map.of("N", 0.85, "L", 0.62, "H", 0.27);
  private static final Map<String, Double> PRIVILEGES_IF_CHANGED =
      Map.of("N", 0.85, "L", 0.68, "H", 0.5);
  private static final Map<String, Double> INTERACTION = Map.of("N", 0.85, "R", 0.62);
  private static final Map<String, Double> IMPACT = Map.of("N", 0.0, "L", 0.22, "H", 0.56);
  private static final Map<String, Double> EXPLOIT =
      Map.of(X, 1.0, "H", 1.0, "F", 0.97, "P", 0.94, "U", 0.91);
  private static final Map<String, Double> REMEDY =
      Map.of(X, 1.0, "U", 1.0, "W", 0.97, "T", 0.96, "O", 0.95);
  private static final Map<String, Double> CONFIDENCE =
      Map.of(X, 1.0, "C", 1.0, "R", 0.96, "U", 0.92);
  private static final Map<String, Double> REQUIREMENT =
      Map.of(X, 1.0, "H", 1.5, "M", 1.0, "L", 0.5);

  private final CvssVector vector;
  private final boolean newer;

  private Cvss3(CvssVector vector) {
    this.vector = vector;
    this.newer = vector.version() == CvssVersion.V3_1;
  }

  static CvssScores scores(CvssVector vector) {
    Cvss3 formulas = new Cvss3(vector);
    double base = formulas.base();
    return new CvssScores(
        base,
        OptionalDouble.of(up(base * formulas.temporal())),
        OptionalDouble.of(formulas.environmental()));
  }

  private double base() {
    boolean changed = vector.value("S", X).equals("C");
    double missing =
        1 - (1 - weight(IMPACT, "C")) * (1 - weight(IMPACT, "I")) * (1 - weight(IMPACT, "A"));
    double impact =
        changed ? 7.52 * (missing - 0.029) - 3.25 * Math.pow(missing - 0.02, 15) : 6.42 * missing;
    double exploitability =
        8.22
            * weight(ACCESS, "AV")
            * weight(COMPLEXITY, "AC")
            * weight(changed ? PRIVILEGES_IF_CHANGED : PRIVILEGES, "PR")
            * weight(INTERACTION, "UI");
    return sum(impact, exploitability, changed);
  }

  private double sum(double impact, double exploitability, boolean changed) {
    if (impact <= 0) {
      return 0;
    }
    return up(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
  }

  private double temporal() {
    return weight(EXPLOIT, "E") * weight(REMEDY, "RL") * weight(CONFIDENCE, "RC");
  }

  private double environmental() {
    boolean changed = modified("S").equals("C");
    double missing =
        Math.min(
            1
                - (1 - weight(REQUIREMENT, "CR") * modified(IMPACT, "C"))
                    * (1 - weight(REQUIREMENT, "IR") * modified(IMPACT, "I"))
                    * (1 - weight(REQUIREMENT, "AR") * modified(IMPACT, "A")),
            0.915);
    double impact = changed ? changedImpact(missing) : 6.42 * missing;
    double exploitability =
        8.22
            * modified(ACCESS, "AV")
            * modified(COMPLEXITY, "AC")
            * modified(changed ? PRIVILEGES_IF_CHANGED : PRIVILEGES, "PR")
            * modified(INTERACTION, "UI");
    return up(sum(impact, exploitability, changed) * temporal());
  }

  /** Here 3.1 differs from 3.0. */
  private double changedImpact(double missing) {
    double power = newer ? Math.pow(missing * 0.9731 - 0.02, 13) : Math.pow(missing - 0.02, 15);
    return 7.52 * (missing - 0.029) - 3.25 * power;
  }

  private double weight(Map<String, Double> weights, String metric) {
    return weightOf(weights, vector.value(metric, X));
  }

  private String modified(String metric) {
    String value = vector.value("M" + metric, X);
    return value.equals(X) ? vector.value(metric, X) : value;
  }

  private double modified(Map<String, Double> weights, String metric) {
    return weightOf(weights, modified(metric));
  }

  private static double weightOf(Map<String, Double> weights, String value) {
    Double weight = weights.get(value);
    if (weight == null) {
      throw new IllegalStateException("Value " + value + " has no weight");
    }
    return weight;
  }

  /** To the next tenth that is not less, as 3.1 says, so that binary fractions do not count. */
  private static double up(double score) {
    long fine = Math.round(score * 100_000);
    return fine % 10_000 == 0 ? fine / 100_000.0 : (fine / 10_000 + 1) / 10.0;
  }
}
