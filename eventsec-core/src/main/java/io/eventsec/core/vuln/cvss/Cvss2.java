package io.eventsec.core.vuln.cvss;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The formulas of CVSS 2.0: "A Complete Guide", section 3.2. */
final class Cvss2 {
  private static final double EPSILON = 1e-9;
  private static final String NOT_DEFINED = "ND";
  private static final Map<String, Double> ACCESS = Map.of("L", 0.395, "A", 0.646, "N", 1.0);
  private static final Map<String, Double> COMPLEXITY = Map.of("H", 0.35, "M", 0.61, "L", 0.71);
  private static final Map<String, Double> LOGINS = Map.of("M", 0.45, "S", 0.56, "N", 0.704);
  private static final Map<String, Double> IMPACT = Map.of("N", 0.0, "P", 0.275, "C", 0.66);
  private static final Map<String, Double> EXPLOIT =
      Map.of("U", 0.85, "POC", 0.9, "F", 0.95, "H", 1.0, NOT_DEFINED, 1.0);
  private static final Map<String, Double> REMEDY =
      Map.of("OF", 0.87, "TF", 0.9, "W", 0.95, "U", 1.0, NOT_DEFINED, 1.0);
  private static final Map<String, Double> CONFIDENCE =
      Map.of("UC", 0.9, "UR", 0.95, "C", 1.0, NOT_DEFINED, 1.0);
  private static final Map<String, Double> DAMAGE =
      Map.of("N", 0.0, "L", 0.1, "LM", 0.3, "MH", 0.4, "H", 0.5, NOT_DEFINED, 0.0);
  private static final Map<String, Double> TARGETS =
      Map.of("N", 0.0, "L", 0.25, "M", 0.75, "H", 1.0, NOT_DEFINED, 1.0);
  private static final Map<String, Double> REQUIREMENT =
      Map.of("L", 0.5, "M", 1.0, "H", 1.51, NOT_DEFINED, 1.0);
  private static final List<String> TEMPORAL = List.of("E", "RL", "RC");
  private static final List<String> ENVIRONMENT = List.of("CDP", "TD", "CR", "IR", "AR");

  private final CvssVector vector;

  private Cvss2(CvssVector vector) {
    this.vector = vector;
  }

  static CvssScores scores(CvssVector vector) {
    Cvss2 formulas = new Cvss2(vector);
    double base = formulas.base(formulas.impact(1, 1, 1));
    return new CvssScores(
        base,
        given(vector, TEMPORAL)
            ? OptionalDouble.of(formulas.temporal(base))
            : OptionalDouble.empty(),
        given(vector, ENVIRONMENT)
            ? OptionalDouble.of(formulas.environmental())
            : OptionalDouble.empty());
  }

  private static boolean given(CvssVector vector, List<String> metrics) {
    return metrics.stream().anyMatch(vector.metrics()::containsKey);
  }

  private double weight(Map<String, Double> weights, String metric) {
    Double weight = weights.get(vector.value(metric, NOT_DEFINED));
    if (weight == null) {
      throw new IllegalStateException("Metric " + metric + " has a value without a weight");
    }
    return weight;
  }

  private double impact(double confidentiality, double integrity, double availability) {
    double left =
        (1 - weight(IMPACT, "C") * confidentiality)
            * (1 - weight(IMPACT, "I") * integrity)
            * (1 - weight(IMPACT, "A") * availability);
    return 10.41 * (1 - left);
  }

  private double base(double impact) {
    double exploitability =
        20 * weight(ACCESS, "AV") * weight(COMPLEXITY, "AC") * weight(LOGINS, "Au");
    double factor = impact == 0 ? 0 : 1.176;
    return rounded((0.6 * impact + 0.4 * exploitability - 1.5) * factor);
  }

  private double temporal(double base) {
    return rounded(base * weight(EXPLOIT, "E") * weight(REMEDY, "RL") * weight(CONFIDENCE, "RC"));
  }

  private double environmental() {
    double impact =
        impact(weight(REQUIREMENT, "CR"), weight(REQUIREMENT, "IR"), weight(REQUIREMENT, "AR"));
    double adjusted = temporal(base(Math.min(10, impact)));
    return rounded((adjusted + (10 - adjusted) * weight(DAMAGE, "CDP")) * weight(TARGETS, "TD"));
  }

  /** To the next tenth; half of one, which binary fractions miss by a little, goes up. */
  private static double rounded(double score) {
    return Math.max(0, Math.round(score * 10 + EPSILON) / 10.0);
  }
}
