package io.eventsec.core.vuln.version;

import java.util.List;

/** Dotted identifiers of pre-releases and builds: Semantic Versioning 2.0.0, rule 11. */
final class Identifiers {
  private Identifiers() {}

  static List<String> of(String text) {
    return List.of(text.split("[.]", -1));
  }

  /** Numbers before words; of two that agree as far as they go the longer is newer. */
  static int compare(List<String> a, List<String> b) {
    return Sequences.compare(a, b, Identifiers::compare);
  }

  private static int compare(String a, String b) {
    boolean aNumber = Digits.isNumber(a);
    boolean bNumber = Digits.isNumber(b);
    if (aNumber && bNumber) {
      return Digits.compare(a, b);
    }
    return aNumber == bNumber ? a.compareTo(b) : aNumber ? -1 : 1;
  }
}
