package io.eventsec.app.metrics;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Families as Prometheus reads them: text format 0.0.4. */
final class PrometheusText {
  private static final double LARGEST_EXACT = 1L << 53;

  private PrometheusText() {}

  static String of(List<Family> families) {
    StringBuilder out = new StringBuilder();
    families.forEach(family -> append(out, family));
    return out.toString();
  }

  private static void append(StringBuilder out, Family family) {
    String name = family.name();
    if (!family.help().isEmpty()) {
      out.append("# HELP ").append(name).append(' ').append(help(family.help())).append('\n');
    }
    out.append("# TYPE ").append(name).append(' ').append(family.type()).append('\n');
    for (Family.Sample sample : family.samples()) {
      out.append(name)
          .append(sample.suffix())
          .append(labels(sample.labels()))
          .append(' ')
          .append(number(sample.value()))
          .append('\n');
    }
  }

  private static String labels(Map<String, String> labels) {
    return labels.isEmpty()
        ? ""
        : labels.entrySet().stream()
            .map(label -> label.getKey() + "=\"" + labelValue(label.getValue()) + '"')
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** Whole numbers as such: what counts batches is easier to read without an exponent. */
  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  private static String help(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String labelValue(String text) {
    return help(text).replace("\"", "\\\"");
  }
}
