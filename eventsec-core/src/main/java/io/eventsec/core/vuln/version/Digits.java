package io.eventsec.core.vuln.version;

/** Numbers of any length, compared as they are written. */
final class Digits {
  private Digits() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** True if there is something, and it is all digits. */
  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Where the digits that start there end. */
  static int end(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Where the letters that start there end. */
  static int lettersEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Compares two texts of digits as numbers; nothing is zero. */
  static int compare(String a, String b) {
    return compare(a, 0, a.length(), b, 0, b.length());
  }

  /** Compares runs of digits as numbers; an empty one is zero. */
  static int compare(String a, int aFrom, int aTo, String b, int bFrom, int bTo) {
    int i = significant(a, aFrom, aTo);
    int j = significant(b, bFrom, bTo);
    int byLength = Integer.compare(aTo - i, bTo - j);
    if (byLength != 0) {
      return byLength;
    }
    for (; i < aTo; i++, j++) {
      int byDigit = Character.compare(a.charAt(i), b.charAt(j));
      if (byDigit != 0) {
        return byDigit;
      }
    }
    return 0;
  }

  private static int significant(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == '0') {
      i++;
    }
    return i;
  }

  /** The number without leading zeros; empty for zero. */
  static String significant(String number) {
    return number.substring(significant(number, 0, number.length()));
  }
}
