package io.eventsec.core.vuln.version;

/** rpmvercmp: runs of letters and of digits, whatever stands between them. */
final class RpmSegments {
  private RpmSegments() {}

  static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      i = skip(a, i);
      j = skip(b, j);
      if (is(a, i, '~') || is(b, j, '~')) {
        if (!is(a, i, '~') || !is(b, j, '~')) {
          return is(a, i, '~') ? -1 : 1;
        }
      } else if (is(a, i, '^') || is(b, j, '^')) {
        if (!is(a, i, '^') || !is(b, j, '^')) {
          return caret(a, i, b, j);
        }
      } else {
        if (i >= a.length() || j >= b.length()) {
          break;
        }
        int aEnd = sameKindEnd(a, i, a.charAt(i));
        int bEnd = sameKindEnd(b, j, a.charAt(i));
        if (bEnd == j) {
          // Digits are newer than letters.
          return Digits.isDigit(a.charAt(i)) ? 1 : -1;
        }
        int bySegment = segment(a, i, aEnd, b, j, bEnd);
        if (bySegment != 0) {
          return bySegment;
        }
        i = aEnd;
        j = bEnd;
        continue;
      }
      i++;
      j++;
    }
    return Boolean.compare(i < a.length(), j < b.length());
  }

  /** One has a caret here: it is newer than what ends, and older than what goes on. */
  private static int caret(String a, int i, String b, int j) {
    if (i >= a.length()) {
      return -1;
    }
    if (j >= b.length()) {
      return 1;
    }
    return is(a, i, '^') ? -1 : 1;
  }

  private static int skip(String text, int from) {
    int at = from;
    while (at < text.length() && isSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSeparator(char c) {
    return !Digits.isDigit(c) && !Digits.isLetter(c) && c != '~' && c != '^';
  }

  private static boolean is(String text, int at, char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private static int sameKindEnd(String text, int from, char kind) {
    return Digits.isDigit(kind) ? Digits.end(text, from) : Digits.lettersEnd(text, from);
  }

  private static int segment(String a, int i, int aEnd, String b, int j, int bEnd) {
    return Digits.isDigit(a.charAt(i))
        ? Digits.compare(a, i, aEnd, b, j, bEnd)
        : a.substring(i, aEnd).compareTo(b.substring(j, bEnd));
  }
}
