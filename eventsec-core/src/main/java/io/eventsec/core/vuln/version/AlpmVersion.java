package io.eventsec.core.vuln.version;

/** {@code [epoch:]version[-release]} of pacman; releases count only if both have one. */
final class AlpmVersion extends Version {
  private final EpochText parts;

  private AlpmVersion(VersionScheme scheme, String text, EpochText parts) {
    super(scheme, text);
    this.parts = parts;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    return new AlpmVersion(scheme, text, EpochText.of(scheme, text));
  }

  @Override
  int compareSame(Version other) {
    EpochText that = ((AlpmVersion) other).parts;
    int byEpoch = Digits.compare(parts.epoch(), that.epoch());
    if (byEpoch != 0) {
      return byEpoch;
    }
    int byVersion = compare(parts.version(), that.version());
    boolean both = !parts.release().isEmpty() && !that.release().isEmpty();
    return byVersion != 0 || !both ? byVersion : compare(parts.release(), that.release());
  }

  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int aStart = segmentStart(a, i);
      int bStart = segmentStart(b, j);
      int separators = Integer.compare(aStart - i, bStart - j);
      i = aStart;
      j = bStart;
      if (i >= a.length() || j >= b.length()) {
        break;
      }
      if (separators != 0) {
        return separators;
      }
      boolean number = Digits.isDigit(a.charAt(i));
      int aEnd = number ? Digits.end(a, i) : Digits.lettersEnd(a, i);
      int bEnd = number ? Digits.end(b, j) : Digits.lettersEnd(b, j);
      if (bEnd == j) {
        return number ? 1 : -1;
      }
      int bySegment =
          number
              ? Digits.compare(a, i, aEnd, b, j, bEnd)
              : a.substring(i, aEnd).compareTo(b.substring(j, bEnd));
      if (bySegment != 0) {
        return bySegment;
      }
      i = aEnd;
      j = bEnd;
    }
    return rest(a, i, b, j);
  }

  /** Letters that are left make a version older, all else newer: 1.0rc, 1.0, 1.0.1. */
  private static int rest(String a, int i, String b, int j) {
    if (i >= a.length() && j >= b.length()) {
      return 0;
    }
    if (i >= a.length()) {
      return Digits.isLetter(b.charAt(j)) ? 1 : -1;
    }
    return Digits.isLetter(a.charAt(i)) ? -1 : 1;
  }

  private static int segmentStart(String text, int from) {
    int at = from;
    while (at < text.length()
        && !Digits.isDigit(text.charAt(at))
        && !Digits.isLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
