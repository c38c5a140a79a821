package io.eventsec.core.ingest.syslog;

import org.jspecify.annotations.Nullable;

/** A place in a text that only goes forward. Not thread-safe. */
final class SyslogCursor {
  private final String text;
  private int column;

  SyslogCursor(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  int column() {
    return column;
  }

  /** What is left. */
  String rest() {
    return text.substring(column);
  }

  boolean isAt(char wanted) {
    return column < text.length() && text.charAt(column) == wanted;
  }

  boolean take(char wanted) {
    boolean there = isAt(wanted);
    if (there) {
      column++;
    }
    return there;
  }

  void expect(char wanted, String what) throws UnexpectedTextException {
    if (!take(wanted)) {
      throw new UnexpectedTextException(what);
    }
  }

  void blank() throws UnexpectedTextException {
    expect(' ', "a blank");
  }

  String upTo(int end) {
    String part = text.substring(column, end);
    column = end;
    return part;
  }

  /** Digits without leading zeros. */
  int number(int least, int most, String what) throws UnexpectedTextException {
    int start = column;
    int value = 0;
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end)) && value <= most) {
      value = value * 10 + text.charAt(end) - '0';
      end++;
    }
    boolean padded = end - start > 1 && text.charAt(start) == '0';
    if (end == start || padded || value < least || value > most) {
      throw new UnexpectedTextException(what);
    }
    column = end;
    return value;
  }

  /** Printable ASCII without blanks; null for a dash, which stands for nothing. */
  @Nullable String name(int longest, String what) throws UnexpectedTextException {
    int end = column;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 0x7F) {
      end++;
    }
    boolean endsWell = end == text.length() || text.charAt(end) == ' ';
    if (end == column || end - column > longest || !endsWell) {
      throw new UnexpectedTextException(what + " of 1 to " + longest + " characters or a dash");
    }
    String name = upTo(end);
    return name.equals("-") ? null : name;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
