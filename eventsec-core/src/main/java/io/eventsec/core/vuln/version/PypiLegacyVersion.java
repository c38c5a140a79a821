package io.eventsec.core.vuln.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is no version by PEP 440, compared as setuptools did before it: older than all that is one.
 */
final class PypiLegacyVersion {
  /** Sorts after letters of unfinished releases, before numbers and later letters. */
  private static final String FINAL = "*final";

  private static final String DASH = "*final-";

  private PypiLegacyVersion() {}

  /** The parts by which such a version compares, a text each. */
  static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    for (int at = 0; at < lower.length(); ) {
      int end = Digits.end(lower, at);
      if (end > at) {
        parts.add(padded(lower.substring(at, end)));
      } else {
        end = Math.max(at + 1, Digits.lettersEnd(lower, at));
        word(lower.substring(at, end), parts);
      }
      at = end;
    }
    add(FINAL, parts);
    return parts;
  }

  /** So that numbers sort as texts. */
  private static String padded(String number) {
    return "0".repeat(Math.max(0, 8 - number.length())) + number;
  }

  private static void word(String word, List<String> parts) {
    switch (word) {
      case "." -> {}
      case "-" -> add(DASH, parts);
      case "pre", "preview", "rc" -> add("*c", parts);
      case "dev" -> add("*@", parts);
      default -> add('*' + word, parts);
    }
  }

  private static void add(String part, List<String> parts) {
    if (part.compareTo(FINAL) < 0) {
      removeLast(DASH, parts);
    }
    removeLast("00000000", parts);
    parts.add(part);
  }

  private static void removeLast(String part, List<String> parts) {
    while (!parts.isEmpty() && parts.get(parts.size() - 1).equals(part)) {
      parts.remove(parts.size() - 1);
    }
  }
}
