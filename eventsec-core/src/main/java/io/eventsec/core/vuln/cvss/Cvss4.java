package io.eventsec.core.vuln.cvss;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * CVSS 4.0: the specification document, section 8. A vector belongs to a macro vector, whose score
 * stands in a table; what it is less than the worst vector of that is taken off in proportion.
 */
final class Cvss4 {
  private static final String X = "X";

  /** Parts of a tenth would depend on binary fractions. */
  private static final double EPSILON = 1e-6;

  private static final Map<String, List<String>> ORDERS =
      Map.ofEntries(
          Map.entry("AV", List.of("N", "A", "L", "P")),
          Map.entry("PR", List.of("N", "L", "H")),
          Map.entry("UI", List.of("N", "P", "A")),
          Map.entry("AC", List.of("L", "H")),
          Map.entry("AT", List.of("N", "P")),
          Map.entry("VC", List.of("H", "L", "N")),
          Map.entry("VI", List.of("H", "L", "N")),
          Map.entry("VA", List.of("H", "L", "N")),
          Map.entry("SC", List.of("S", "H", "L", "N")),
          Map.entry("SI", List.of("S", "H", "L", "N")),
          Map.entry("SA", List.of("S", "H", "L", "N")),
          Map.entry("CR", List.of("H", "M", "L")),
          Map.entry("IR", List.of("H", "M", "L")),
          Map.entry("AR", List.of("H", "M", "L")));
  private static final List<String> IMPACTS = List.of("VC", "VI", "VA", "SC", "SI", "SA");

  private final CvssVector vector;

  private Cvss4(CvssVector vector) {
    this.vector = vector;
  }

  static CvssScores scores(CvssVector vector) {
    Cvss4 four = new Cvss4(vector);
    return new CvssScores(four.score(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  private double score() {
    if (IMPACTS.stream().allMatch(metric -> effective(metric).equals("N"))) {
      return 0;
    }
    MacroVector macro = MacroVector.of(this::effective);
    double score = macro.score();
    double off = 0;
    int steps = 0;
    for (MacroVector.Part part : MacroVector.Part.values()) {
      OptionalDouble next = macro.next(part);
      if (next.isPresent()) {
        steps++;
        off += (score - next.getAsDouble()) * distance(macro, part);
      }
    }
    double left = score - (steps == 0 ? 0 : off / steps);
    return Math.round((Math.min(10, Math.max(0, left)) + EPSILON) * 10) / 10.0;
  }

  /** How far it is from the worst vector of its class, as a part of the depth of that class. */
  private double distance(MacroVector macro, MacroVector.Part part) {
    for (String worst : macro.worst(part)) {
      int distance = distance(worst);
      if (distance >= 0) {
        return (double) distance / macro.depth(part);
      }
    }
    throw new IllegalStateException(vector + " is worse than the worst of its class");
  }

  /** In steps; -1 if a metric is worse than that vector's. */
  private int distance(String worst) {
    int distance = 0;
    for (String metric : worst.isEmpty() ? new String[0] : worst.split("/")) {
      String name = metric.substring(0, 2);
      List<String> order = ORDERS.getOrDefault(name, List.of());
      int steps = order.indexOf(effective(name)) - order.indexOf(metric.substring(3));
      if (steps < 0) {
        return -1;
      }
      distance += steps;
    }
    return distance;
  }

  /** The modified value, else the base's; what is not given of a threat or need is the worst. */
  private String effective(String metric) {
    String modified = vector.value("M" + metric, X);
    String value = modified.equals(X) ? vector.value(metric, X) : modified;
    if (!value.equals(X)) {
      return value;
    }
    return metric.equals("E") ? "A" : "H";
  }
}
