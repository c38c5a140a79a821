package io.eventsec.core.vuln.range;

import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.Optional;

/** Which versions something is true of. {@code toString} says it to people. */
public sealed interface VersionRange permits OsvRange, VersRange {

  /** How its versions compare. */
  VersionScheme scheme();

  /**
   * True if that version is within.
   *
   * @throws IllegalArgumentException if it is a version of another scheme
   */
  boolean contains(Version version);

  /**
   * The first version behind that one which is no longer within, as far as the range names one.
   *
   * @param version one that is within
   * @return empty if the range stays open, or ends with a version that is still within
   */
  Optional<Version> endBehind(Version version);
}
