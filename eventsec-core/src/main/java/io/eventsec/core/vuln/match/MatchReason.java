package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.range.VersionRange;
import io.eventsec.core.vuln.version.Version;
import java.util.Optional;

/** Why a component is affected, or why nobody can tell. */
public sealed interface MatchReason {

  /** The first version that is not affected any more; empty if none is known. */
  default Optional<String> fixedIn() {
    return Optional.empty();
  }

  /** For people, with the names and versions that were compared. */
  String explanation();

  /**
   * Its version is in a range.
   *
   * @param key of the package that was compared
   * @param version as it was compared
   * @param range that it is in; its text is for people
   */
  record InRange(PackageKey key, Version version, VersionRange range) implements MatchReason {

    @Override
    public Optional<String> fixedIn() {
      return range.endBehind(version).map(Version::text);
    }

    @Override
    public String explanation() {
      return key + " " + version + " is in the range: " + range;
    }
  }

  /** Its version is one of those that the advisory lists. */
  record Listed(PackageKey key, String version) implements MatchReason {

    @Override
    public String explanation() {
      return key + " " + version + " is one of the versions listed";
    }
  }

  /**
   * One of its CPE names meets a criterion of a configuration that holds on the asset.
   *
   * @param name the component's
   * @param criterion the advisory's, with its range
   * @param fixedIn the first version behind it that is not affected; empty if none is known
   */
  record ByCpe(String name, String criterion, Optional<String> fixedIn) implements MatchReason {

    @Override
    public String explanation() {
      return name + " meets " + criterion;
    }
  }

  /**
   * It is the package, but nobody can tell whether the version is affected.
   *
   * @param what could not be read, and the rule
   */
  record Undecided(PackageKey key, String version, String what) implements MatchReason {

    @Override
    public String explanation() {
      return key + " cannot be decided: " + what;
    }
  }
}
