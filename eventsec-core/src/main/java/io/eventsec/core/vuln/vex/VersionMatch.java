package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.Optional;

/** Whether a version is one of those that a statement means, and how exactly it says so. */
final class VersionMatch {
  /** Another version is meant. */
  static final int NONE = -1;

  private static final int ANY = 0;
  private static final int IN_RANGE = 300;
  private static final int EXACT = 600;

  private VersionMatch() {}

  /**
   * How exactly a version is meant.
   *
   * @param said whose versions and ranges go before what a name says
   * @param named the version in the name; empty for any
   * @param there the version that is there; empty if nobody knows it
   */
  static int of(VexComponent said, String named, String there, Optional<VersionScheme> scheme) {
    if (!said.hasVersions()) {
      return named.isEmpty() ? ANY : same(named, there, scheme) ? EXACT : NONE;
    }
    if (said.versions().stream().anyMatch(version -> same(version, there, scheme))) {
      return EXACT;
    }
    return said.ranges().stream().anyMatch(range -> contains(range, there)) ? IN_RANGE : NONE;
  }

  private static boolean same(String one, String other, Optional<VersionScheme> scheme) {
    Optional<Version> first = scheme.flatMap(by -> version(by, one));
    Optional<Version> second = scheme.flatMap(by -> version(by, other));
    return first.isPresent() && second.isPresent() ? first.equals(second) : one.equals(other);
  }

  private static boolean contains(VersRange range, String there) {
    return version(range.scheme(), there).map(range::contains).orElse(false);
  }

  /** What nobody can read is in no range. */
  private static Optional<Version> version(VersionScheme scheme, String text) {
    try {
      return Optional.of(scheme.parse(text));
    } catch (UnreadableVersionException e) {
      return Optional.empty();
    }
  }
}
