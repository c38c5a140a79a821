package io.eventsec.core.vuln.purl;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Paths of segments. */
final class Segments {
  private Segments() {}

  /** Without empty segments. */
  static String trimmed(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty())
        .collect(Collectors.joining("/"));
  }

  /** Without empty segments and those that only say where others are. */
  static String withoutDots(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(segment -> !segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
        .collect(Collectors.joining("/"));
  }
}
