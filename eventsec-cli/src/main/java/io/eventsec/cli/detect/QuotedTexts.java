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

  private static void quote(String value, StringBuilder out) {
    out.append('"');
    ENCODER.quoteAsString(value, out);
    out.append('"');
  }
}
