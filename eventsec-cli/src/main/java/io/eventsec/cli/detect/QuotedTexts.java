package io.eventsec.cli.detect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes texts as JSON strings, and remembers how the long ones are written: a value is told by
 * every match that is about it. Not thread-safe.
 */
final class QuotedTexts {
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  /** Below that, to look it up takes longer than to write it. */
  private static final int LONG = 48;

  private static final int MOST = 64;

  private final Map<String, String> known = new IdentityHashMap<>();
  private char[] characters = new char[1_024];

  /** Writes one, with its quotes. */
  void write(String value, StringBuilder out) {
    if (value.length() < LONG) {
      quote(value, out);
      return;
    }
    String before = known.get(value);
    if (before != null) {
      out.append(before);
      return;
    }
    int start = out.length();
    quote(value, out);
    if (known.size() >= MOST) {
      known.clear();
    }
    known.put(value, out.substring(start));
  }

  /** What needs no escape, which is most of a text, goes over in runs. */
  private void quote(String value, StringBuilder out) {
    out.append('"');
    int length = value.length();
    if (characters.length < length) {
      characters = new char[length];
    }
    value.getChars(0, length, characters, 0);
    int from = 0;
    for (int i = 0; i < length; i++) {
      char c = characters[i];
      if (c < ' ' || c == '"' || c == '\\') {
        out.append(characters, from, i - from);
        escape(c, out);
        from = i + 1;
      }
    }
    out.append(characters, from, length - from).append('"');
  }

  private static void escape(char c, StringBuilder out) {
    if (c >= ' ') {
      out.append('\\').append(c);
    } else {
      ENCODER.quoteAsString(String.valueOf(c), out);
    }
  }
}
