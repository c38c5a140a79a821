package io.eventsec.core.vuln.version;

/** A text, compared by its code points. */
final class TextVersion extends Version {
  private final int[] codePoints;

  private TextVersion(VersionScheme scheme, String text) {
    super(scheme, text);
    this.codePoints = text.codePoints().toArray();
  }

  static Version parse(VersionScheme scheme, String text) {
    return new TextVersion(scheme, text);
  }

  @Override
  int compareSame(Version other) {
    return java.util.Arrays.compare(codePoints, ((TextVersion) other).codePoints);
  }
}
