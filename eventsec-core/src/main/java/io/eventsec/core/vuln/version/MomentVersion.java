package io.eventsec.core.vuln.version;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A moment of RFC 3339. */
final class MomentVersion extends Version {
  private final Instant moment;

  private MomentVersion(VersionScheme scheme, String text, Instant moment) {
    super(scheme, text);
    this.moment = moment;
  }

  static Version parse(VersionScheme scheme, String text) throws UnreadableVersionException {
    try {
      return new MomentVersion(scheme, text, OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw new UnreadableVersionException(
          scheme, text, "write it as RFC 3339 does, 2026-11-27T10:00:00Z");
    }
  }

  @Override
  int compareSame(Version other) {
    return moment.compareTo(((MomentVersion) other).moment);
  }
}
