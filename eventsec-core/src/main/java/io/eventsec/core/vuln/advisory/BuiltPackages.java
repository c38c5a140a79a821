package io.eventsec.core.vuln.advisory;

import io.eventsec.core.vuln.range.VersionRange;
import java.util.Map;
import java.util.Set;

/**
 * What a distribution builds from a source package, as far as an advisory on the source says it:
 * Ubuntu's do. So inventories that do not say from what their packages were built are compared all
 * the same.
 *
 * @param names of the packages that are installed
 * @param ranges by name, of packages whose versions are others than those of the source
 */
public record BuiltPackages(Set<String> names, Map<String, VersionRange> ranges) {
  /** Nothing is said. */
  public static final BuiltPackages NONE = new BuiltPackages(Set.of(), Map.of());

  /** Copies the collections. */
  public BuiltPackages {
    names = Set.copyOf(names);
    ranges = Map.copyOf(ranges);
  }
}
