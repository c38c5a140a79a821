package io.eventsec.core.ingest.format;

import java.util.Locale;

/**
 * A text to compare with, upper and lower case being the same; it may be open at either end.
 *
 * @param text in lower case
 * @param openStart whether anything may stand before it
 * @param openEnd whether anything may follow
 */
record Glob(String text, boolean openStart, boolean openEnd) {
  /** Fits whatever comes. */
  static final Glob ANY = new Glob("", true, true);

  /** Reads {@code text}, {@code text*}, {@code *text} or {@code *text*}. */
  static Glob read(String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    boolean start = text.startsWith("*");
    boolean end = text.length() > 1 && text.endsWith("*");
    return text.equals("*")
        ? ANY
        : new Glob(text.substring(start ? 1 : 0, text.length() - (end ? 1 : 0)), start, end);
  }

  boolean fits(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (openStart) {
      return openEnd ? lower.contains(text) : lower.endsWith(text);
    }
    return openEnd ? lower.startsWith(text) : lower.equals(text);
  }
}
