package io.eventsec.core.ingest.format;

import java.util.Map;

/** Pairs of a name and a value with a text between one and the next, which no value holds. */
final class SeparatedPairs {
  private static final int LONGEST_KEY = 128;

  private SeparatedPairs() {}

  /** Adds the pairs of a text; those without a value are left out, and so are quotes around it. */
  static void read(String text, String between, char sign, Map<String, Object> pairs) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(between, start);
      end = end < 0 ? text.length() : end;
      pair(text.substring(start, end), sign, pairs);
      start = end + between.length();
    }
  }

  /** Adds one pair. */
  static void pair(String text, char sign, Map<String, Object> pairs) {
    int middle = text.indexOf(sign);
    if (middle <= 0 || middle > LONGEST_KEY) {
      return;
    }
    String value = unquoted(text.substring(middle + 1).strip());
    if (!value.isEmpty()) {
      pairs.put(text.substring(0, middle).strip(), value);
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1).strip() : value;
  }
}
