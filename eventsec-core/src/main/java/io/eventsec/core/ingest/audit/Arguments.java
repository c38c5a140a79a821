package io.eventsec.core.ingest.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The arguments in a record of a program's start: {@code a0}, {@code a1}; one that is too long for
 * that stands in pieces, {@code a2_len}, {@code a2[0]}, {@code a2[1]}. Not thread-safe.
 */
final class Arguments {
  private final Map<String, StringBuilder> pieces = new LinkedHashMap<>();
  private final Map<String, Boolean> quoted = new LinkedHashMap<>();

  /** True if a field is an argument or a piece of one. */
  static boolean isOne(String name) {
    int digits = digits(name);
    return digits > 1 && (digits == name.length() || name.charAt(digits) == '[');
  }

  /** Where the number behind the letter ends. */
  private static int digits(String name) {
    int end = name.startsWith("a") ? 1 : name.length();
    while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
      end++;
    }
    return name.startsWith("a") ? end : 0;
  }

  void add(String name, String value, boolean isQuoted) {
    String whole = name.substring(0, digits(name));
    pieces.computeIfAbsent(whole, key -> new StringBuilder()).append(value);
    quoted.merge(whole, isQuoted, Boolean::logicalOr);
  }

  /** The arguments by name; spelt ones are decoded whole, since a piece may end in a character. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    pieces.forEach(
        (name, value) ->
            texts.put(
                name,
                Boolean.TRUE.equals(quoted.get(name))
                    ? value.toString()
                    : AuditText.decoded(value.toString())));
    return texts;
  }
}
