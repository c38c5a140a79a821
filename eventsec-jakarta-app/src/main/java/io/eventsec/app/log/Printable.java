package io.eventsec.app.log;

/** Makes text from outside safe to log: one line, no control or direction characters, bounded. */
public final class Printable {
  private static final int MAX = 200;

  private Printable() {}

  /** The text with everything unprintable as {@code \\uXXXX}, cut after 200 characters. */
  public static String of(String text) {
    return of(text, MAX);
  }

  /** The same, cut after that many characters. */
  static String of(String text, int most) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), most) + 16);
    text.codePoints().limit(most).forEach(c -> append(out, c));
    return text.codePointCount(0, text.length()) > most
        ? out.append("...").toString()
        : out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (plain(c)) {
      out.appendCodePoint(c);
    } else {
      out.append(String.format("\\u%04x", c));
    }
  }

  private static boolean plain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
