package io.eventsec.core.sigma.ast;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a correlation counts or puts in order (specification 2.1.0, <i>Correlation types</i>). */
public enum CorrelationType {
  /** How many events there are. */
  EVENT_COUNT("event_count", Kind.COUNT),
  /** How many different values a field has. */
  VALUE_COUNT("value_count", Kind.VALUE),
  /** The sum of a field's values. */
  VALUE_SUM("value_sum", Kind.VALUE),
  /** Their mean. */
  VALUE_AVG("value_avg", Kind.VALUE),
  /** A percentile of them. */
  VALUE_PERCENTILE("value_percentile", Kind.VALUE),
  /** Their median. */
  VALUE_MEDIAN("value_median", Kind.VALUE),
  /** Whether the rules were all true, in any order. */
  TEMPORAL("temporal", Kind.TEMPORAL),
  /** Whether the rules were true one after the other. */
  TEMPORAL_ORDERED("temporal_ordered", Kind.TEMPORAL);

  private enum Kind {
    COUNT,
    VALUE,
    TEMPORAL
  }

  private final String sigmaName;
  private final Kind kind;

  CorrelationType(String sigmaName, Kind kind) {
    this.sigmaName = sigmaName;
    this.kind = kind;
  }

  /** As Sigma writes it. */
  public String sigmaName() {
    return sigmaName;
  }

  /** True if it is about the values of a field. */
  public boolean isOfValues() {
    return kind == Kind.VALUE;
  }

  /** True if it is about which rules were true. */
  public boolean isTemporal() {
    return kind == Kind.TEMPORAL;
  }

  /** The type of that name; empty if there is none. */
  public static Optional<CorrelationType> of(String sigmaName) {
    return Arrays.stream(values()).filter(type -> type.sigmaName.equals(sigmaName)).findFirst();
  }

  /** All names, for messages. */
  public static String known() {
    return Arrays.stream(values())
        .map(CorrelationType::sigmaName)
        .collect(Collectors.joining(", "));
  }
}
