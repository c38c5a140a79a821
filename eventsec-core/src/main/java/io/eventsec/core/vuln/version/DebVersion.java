package io.eventsec.core.vuln.version;

/** {@code [epoch:]upstream[-revision]}, compared as deb-version(7) says. */
final class DebVersion extends Version {
  private final EpochText parts;

  private DebVersion(VersionScheme scheme, String text, EpochText parts) {
    super(scheme, text);
    this.parts = parts;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    EpochText parts = EpochText.of(scheme, text);
    check(scheme, text, parts.version(), "-:");
    check(scheme, text, parts.release(), "");
    if (text.endsWith("-")) {
      throw new UnreadableVersionException(scheme, text, "there is nothing behind the last hyphen");
    }
    if (parts.version().isEmpty()) {
      throw new UnreadableVersionException(scheme, text, "there is nothing before its revision");
    }
    return new DebVersion(scheme, text, parts);
  }

  private static void check(VersionScheme scheme, String text, String part, String more)
      throws UnreadableVersionException {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      // dpkg itself takes '_' in what is installed; it warns only.
      if (!Digits.isDigit(c)
          && !Digits.isLetter(c)
          && ".+~_".indexOf(c) < 0
          && more.indexOf(c) < 0) {
        throw new UnreadableVersionException(
            scheme, text, "'" + c + "' may not be in it; letters, digits and . + ~ - may");
      }
    }
  }

  @Override
  int compareSame(Version other) {
    EpochText that = ((DebVersion) other).parts;
    int byEpoch = Digits.compare(parts.epoch(), that.epoch());
    if (byEpoch != 0) {
      return byEpoch;
    }
    int byVersion = compare(parts.version(), that.version());
    return byVersion != 0 ? byVersion : compare(parts.release(), that.release());
  }

  /** Runs of what are no digits, and of digits, in turn. */
  private static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      while (isOther(a, i) || isOther(b, j)) {
        int byCharacter = Integer.compare(weight(a, i), weight(b, j));
        if (byCharacter != 0) {
          return byCharacter;
        }
        i++;
        j++;
      }
      int aEnd = Digits.end(a, i);
      int bEnd = Digits.end(b, j);
      int byNumber = Digits.compare(a, i, aEnd, b, j, bEnd);
      if (byNumber != 0) {
        return byNumber;
      }
      i = aEnd;
      j = bEnd;
    }
    return 0;
  }

  private static boolean isOther(String text, int at) {
    return at < text.length() && !Digits.isDigit(text.charAt(at));
  }

  /** {@code ~} before the end, the end before letters, letters before all else. */
  private static int weight(String text, int at) {
    if (at >= text.length() || Digits.isDigit(text.charAt(at))) {
      return 0;
    }
    char c = text.charAt(at);
    if (c == '~') {
      return -1;
    }
    return Digits.isLetter(c) ? c : c + Character.MAX_VALUE;
  }
}
