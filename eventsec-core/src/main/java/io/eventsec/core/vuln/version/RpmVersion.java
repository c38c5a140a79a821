package io.eventsec.core.vuln.version;

import org.jspecify.annotations.Nullable;

/**
 * {@code [epoch:]version[-release]}. A missing epoch is zero; a missing release is older than any.
 */
final class RpmVersion extends Version {
  private final String epoch;
  private final String version;
  private final @Nullable String release;

  private RpmVersion(
      VersionScheme scheme, String text, String epoch, String version, @Nullable String release) {
    super(scheme, text);
    this.epoch = epoch;
    this.version = version;
    this.release = release;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new UnreadableVersionException(scheme, text, "there is a blank in it");
    }
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    int dash = rest.lastIndexOf('-');
    return new RpmVersion(
        scheme,
        text,
        colon < 0 ? "0" : text.substring(0, colon),
        dash < 0 ? rest : rest.substring(0, dash),
        dash < 0 ? null : rest.substring(dash + 1));
  }

  @Override
  int compareSame(Version other) {
    RpmVersion that = (RpmVersion) other;
    int byEpoch = RpmSegments.compare(epoch, that.epoch);
    if (byEpoch != 0) {
      return byEpoch;
    }
    int byVersion = RpmSegments.compare(version, that.version);
    if (byVersion != 0) {
      return byVersion;
    }
    return release == null || that.release == null
        ? Boolean.compare(release != null, that.release != null)
        : RpmSegments.compare(release, that.release);
  }
}
