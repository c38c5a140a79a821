package io.eventsec.core.ingest.syslog;

import java.time.DateTimeException;
import java.time.LocalDate;

/** RFC 3339's time with the limits of RFC 5424: upper case, a zone, at most six decimals. */
final class Rfc3339Time {
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";
  private static final int MOST_DECIMALS = 6;

  private Rfc3339Time() {}

  /** Where the time that starts there ends; -1 if none starts there. */
  static int end(String text, int start) {
    if (!hasShape(text, start) || !isReal(text, start)) {
      return -1;
    }
    int end = decimals(text, start + SHAPE.length());
    return end < 0 ? -1 : zone(text, end);
  }

  private static boolean hasShape(String text, int start) {
    if (start + SHAPE.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = text.charAt(start + i);
      if (SHAPE.charAt(i) == 'd' ? !isDigit(c) : c != SHAPE.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isReal(String text, int start) {
    try {
      LocalDate.of(
          Integer.parseInt(text, start, start + 4, 10),
          number(text, start + 5),
          number(text, start + 8));
    } catch (DateTimeException e) {
      return false;
    }
    return number(text, start + 11) < 24
        && number(text, start + 14) < 60
        && number(text, start + 17) < 60;
  }

  private static int decimals(String text, int start) {
    if (start >= text.length() || text.charAt(start) != '.') {
      return start;
    }
    int end = start + 1;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    int count = end - start - 1;
    return count < 1 || count > MOST_DECIMALS ? -1 : end;
  }

  private static int zone(String text, int start) {
    if (start >= text.length()) {
      return -1;
    }
    char sign = text.charAt(start);
    if (sign == 'Z') {
      return start + 1;
    }
    int end = start + 6;
    boolean hasShape =
        (sign == '+' || sign == '-')
            && end <= text.length()
            && isDigit(text.charAt(start + 1))
            && isDigit(text.charAt(start + 2))
            && text.charAt(start + 3) == ':'
            && isDigit(text.charAt(start + 4))
            && isDigit(text.charAt(start + 5));
    return hasShape && number(text, start + 1) < 24 && number(text, start + 4) < 60 ? end : -1;
  }

  private static int number(String text, int start) {
    return (text.charAt(start) - '0') * 10 + text.charAt(start + 1) - '0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
