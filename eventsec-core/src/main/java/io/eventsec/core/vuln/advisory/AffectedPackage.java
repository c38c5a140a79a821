package io.eventsec.core.vuln.advisory;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.range.VersionRange;
import java.util.List;
import java.util.Set;

/**
 * The versions of a package that an advisory is about.
 *
 * @param key which package
 * @param ranges of versions; each is of the ecosystem's scheme
 * @param versions single ones, as they are written
 * @param modules the streams of modules in which alone it holds
 * @param severities of this package alone
 * @param unread what of the advisory could not be read, so that nobody knows whether it holds
 * @param built what is built from it, if it is a source package and the advisory says so
 */
public record AffectedPackage(
    PackageKey key,
    List<VersionRange> ranges,
    Set<String> versions,
    ModuleScope modules,
    List<SeverityClaim> severities,
    List<String> unread,
    BuiltPackages built) {
  /** Copies the collections. */
  public AffectedPackage {
    ranges = List.copyOf(ranges);
    versions = Set.copyOf(versions);
    severities = List.copyOf(severities);
    unread = List.copyOf(unread);
  }

  /** A package of which nobody says what is built from it. */
  public AffectedPackage(
      PackageKey key,
      List<VersionRange> ranges,
      Set<String> versions,
      ModuleScope modules,
      List<SeverityClaim> severities,
      List<String> unread) {
    this(key, ranges, versions, modules, severities, unread, BuiltPackages.NONE);
  }
}
