package io.eventsec.core.ingest.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pairs of CEF: {@code key=value key=value}, where a value goes on until the last blank before
 * the next key, and {@code \=}, {@code \n}, {@code \\} are escapes.
 */
final class CefExtension {
  private static final String LABEL = "Label";
  private static final int LONGEST_KEY = 128;

  private CefExtension() {}

  static void read(String text, Map<String, Object> fields) {
    Map<String, Object> pairs = new LinkedHashMap<>();
    int sign = nextSign(text, 0);
    int keyStart = 0;
    while (sign >= 0) {
      int next = nextSign(text, sign + 1);
      int nextKey = next < 0 ? text.length() : keyStart(text, next);
      String key = text.substring(keyStart, sign).strip();
      if (!key.isEmpty() && key.length() <= LONGEST_KEY) {
        put(key, unescaped(text.substring(sign + 1, Math.max(sign + 1, nextKey)).strip()), pairs);
      }
      sign = next;
      keyStart = nextKey;
    }
    fields.putAll(pairs);
    labels(pairs, fields);
  }

  /** The next equals sign that no backslash is before and a key is. */
  private static int nextSign(String text, int start) {
    for (int i = text.indexOf('=', start); i >= 0; i = text.indexOf('=', i + 1)) {
      if (i > start && isKeyCharacter(text.charAt(i - 1)) && keyStart(text, i) >= start) {
        return i;
      }
    }
    return -1;
  }

  /** Where the key that ends there starts: behind the blank before it; -1 if there is no key. */
  private static int keyStart(String text, int sign) {
    int start = sign;
    while (start > 0 && isKeyCharacter(text.charAt(start - 1)) && sign - start <= LONGEST_KEY) {
      start--;
    }
    return start == 0 || text.charAt(start - 1) == ' ' ? start : -1;
  }

  private static boolean isKeyCharacter(char c) {
    return Character.isLetterOrDigit(c) || "._-[]@:".indexOf(c) >= 0;
  }

  private static void put(String key, String value, Map<String, Object> pairs) {
    if (!value.isEmpty()) {
      pairs.put(key, value);
    }
  }

  /** {@code cs1=blue cs1Label=Colour} is the field {@code Colour} too. */
  private static void labels(Map<String, Object> pairs, Map<String, Object> fields) {
    pairs.forEach(
        (key, label) -> {
          if (key.endsWith(LABEL)) {
            Object value = pairs.get(key.substring(0, key.length() - LABEL.length()));
            if (value != null && label.toString().length() <= LONGEST_KEY) {
              fields.putIfAbsent(label.toString(), value);
            }
          }
        });
  }

  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        char escaped = value.charAt(i);
        switch (escaped) {
          case 'n' -> plain.append('\n');
          case 'r' -> plain.append('\r');
          case '=', '\\', '|' -> plain.append(escaped);
          // Paths of Windows come without escapes.
          default -> plain.append('\\').append(escaped);
        }
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
