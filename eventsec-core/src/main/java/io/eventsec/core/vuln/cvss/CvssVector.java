package io.eventsec.core.vuln.cvss;

import io.eventsec.core.intel.ShownText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A vector of CVSS 2.0, 3.0, 3.1 or 4.0, as FIRST's specifications write them. Immutable and
 * thread-safe.
 *
 * @param version by whose formulas it counts
 * @param metrics the values by the metrics' short names, in their order; at least those of the base
 */
public record CvssVector(CvssVersion version, Map<String, String> metrics) {
  private static final int LONGEST = 500;
  private static final String START = "CVSS:";

  /** Copies the map. */
  public CvssVector {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /**
   * Reads a vector.
   *
   * @param text {@code CVSS:3.1/AV:N/…}; of version 2.0 without that start, in brackets or not
   * @throws IllegalArgumentException naming what is wrong, and the rule
   */
  public static CvssVector parse(String text) {
    String stripped = text.strip();
    if (stripped.length() > LONGEST) {
      throw wrong(text, "at most " + LONGEST + " characters");
    }
    if (!stripped.startsWith(START)) {
      boolean brackets = stripped.startsWith("(") && stripped.endsWith(")");
      String bare = brackets ? stripped.substring(1, stripped.length() - 1) : stripped;
      return read(text, CvssVersion.V2, bare);
    }
    int slash = stripped.indexOf('/');
    String label = stripped.substring(START.length(), Math.max(START.length(), slash));
    for (CvssVersion version : CvssVersion.values()) {
      if (version.label().equals(label)) {
        return read(text, version, stripped.substring(slash + 1));
      }
    }
    throw wrong(text, "versions are 2.0, 3.0, 3.1 and 4.0");
  }

  private static CvssVector read(String text, CvssVersion version, String metrics) {
    CvssMetrics known = CvssMetrics.of(version);
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : metrics.split("/", -1)) {
      int colon = part.indexOf(':');
      String name = colon < 0 ? part : part.substring(0, colon);
      String value = colon < 0 ? "" : part.substring(colon + 1);
      if (!known.has(name, value)) {
        throw wrong(
            text, "'" + ShownText.of(part) + "' is no metric and value of " + version.label());
      }
      if (values.put(name, value) != null) {
        throw wrong(text, "metric " + name + " stands there twice");
      }
    }
    for (String name : known.base()) {
      if (!values.containsKey(name)) {
        throw wrong(text, "metric " + name + " of the base is missing");
      }
    }
    return new CvssVector(version, values);
  }

  private static IllegalArgumentException wrong(String text, String rule) {
    return new IllegalArgumentException(
        "'" + ShownText.of(text) + "' is no vector of CVSS: " + rule);
  }

  /** The value of a metric, or what stands for its not being given. */
  String value(String metric, String absent) {
    return metrics.getOrDefault(metric, absent);
  }

  /** What it comes to. */
  public CvssScores scores() {
    return switch (version) {
      case V2 -> Cvss2.scores(this);
      case V3_0, V3_1 -> Cvss3.scores(this);
      case V4_0 -> Cvss4.scores(this);
    };
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (version != CvssVersion.V2) {
      text.append(START).append(version.label());
    }
    metrics.forEach(
        (name, value) ->
            text.append(text.isEmpty() ? "" : "/").append(name).append(':').append(value));
    return text.toString();
  }
}
