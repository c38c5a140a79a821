package io.eventsec.core.vuln.version;

/** {@code [epoch:]upstream[-revision]}, compared as deb-version(7) says. */
final class DebVersion extends Version {
  private final String epoch;
  private final String upstream;
  private final String revision;

  private DebVersion(
      VersionScheme scheme, String text, String epoch, String upstream, String revision) {
    super(scheme, text);
    this.epoch = epoch;
    this.upstream = upstream;
    this.revision = revision;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    int colon = text.indexOf(':');
    String epoch = colon < 0 ? "" : text.substring(0, colon);
    if (colon >= 0 && !Digits.isNumber(epoch)) {
      throw new UnreadableVersionException(
          scheme, text, "its epoch '" + epoch + "' is no number; write 1:2.3-4");
    }
    String rest = text.substring(colon + 1);
    int dash = rest.lastIndexOf('-');
    String upstream = dash < 0 ? rest : rest.substring(0, dash);
    String revision = dash < 0 ? "" : rest.substring(dash + 1);
    check(scheme, text, upstream, "-:");
    check(scheme, text, revision, "");
    if (upstream.isEmpty()) {
      throw new UnreadableVersionException(scheme, text, "there is nothing before its revision");
    }
    return new DebVersion(scheme, text, epoch, upstream, revision);
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
    DebVersion that = (DebVersion) other;
    int byEpoch = Digits.compare(epoch, that.epoch);
    if (byEpoch != 0) {
      return byEpoch;
    }
    int byUpstream = compare(upstream, that.upstream);
    return byUpstream != 0 ? byUpstream : compare(revision, that.revision);
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
