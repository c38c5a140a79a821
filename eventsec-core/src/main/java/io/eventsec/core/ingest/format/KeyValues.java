package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code key=value} pairs in a text: a value is a word, or quoted with double or single quotes in
 * which a backslash takes what follows as it is. Words that are no pair are passed over. Reads the
 * text once.
 */
final class KeyValues {
  private static final int LONGEST_KEY = 128;

  private final String text;
  private final char between;
  private final Map<String, Object> pairs = new LinkedHashMap<>();
  private int at;

  private KeyValues(String text, char between) {
    this.text = text;
    this.between = between;
  }

  /** The pairs in order; a key that comes twice has both values. Empty values are left out. */
  static Map<String, Object> of(String text) {
    return new KeyValues(text, ' ').read();
  }

  /** Those that a character stands between, so that values without quotes may have blanks. */
  static Map<String, Object> of(String text, char between) {
    return new KeyValues(text, between).read();
  }

  private Map<String, Object> read() {
    while (at < text.length()) {
      if (isSeparator(text.charAt(at))) {
        at++;
      } else {
        pair();
      }
    }
    return pairs;
  }

  private void pair() {
    int start = at;
    while (at < text.length() && isKeyCharacter(text.charAt(at))) {
      at++;
    }
    boolean isKey =
        at > start && at - start <= LONGEST_KEY && at < text.length() && text.charAt(at) == '=';
    if (!isKey) {
      word();
      return;
    }
    String key = text.substring(start, at);
    at++;
    String value = value();
    if (!value.isEmpty()) {
      add(pairs, key, value);
    }
  }

  private void word() {
    while (at < text.length() && !isSeparator(text.charAt(at))) {
      at++;
    }
  }

  private String value() {
    if (at >= text.length()) {
      return "";
    }
    char quote = text.charAt(at);
    if (quote == '"' || quote == '\'') {
      return quoted(quote);
    }
    int start = at;
    while (at < text.length() && !endsValue(text.charAt(at))) {
      at++;
    }
    int end = at;
    while (end > start && ",;".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }

  private String quoted(char quote) {
    StringBuilder value = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      at += isEscape(quote) ? 1 : 0;
      value.append(text.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }

  /** Paths of Windows are not written with two backslashes by everyone. */
  private boolean isEscape(char quote) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\');
  }

  /** Adds a value; lists among the pairs are those that this has made. */
  @SuppressWarnings("unchecked")
  static void add(Map<String, Object> pairs, String key, String value) {
    Object before = pairs.putIfAbsent(key, value);
    if (before instanceof List<?> list) {
      ((List<Object>) list).add(value);
    } else if (before != null) {
      List<Object> several = new ArrayList<>(2);
      several.add(before);
      several.add(value);
      pairs.put(key, several);
    }
  }

  private static boolean isKeyCharacter(char c) {
    return Character.isLetterOrDigit(c) || "_.-@:/#".indexOf(c) >= 0;
  }

  private static boolean isSeparator(char c) {
    return isBlank(c) || c == ',' || c == ';' || c == '|';
  }

  private boolean endsValue(char c) {
    return between == ' ' ? isBlank(c) : c == between;
  }

  private static boolean isBlank(char c) {
    return c <= ' ';
  }
}
