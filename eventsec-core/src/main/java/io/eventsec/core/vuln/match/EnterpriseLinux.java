package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Red Hat's distribution, and those that are built from its sources: the same packages in the same
 * versions. Where there are no advisories of one, those of another answer for it; what that one
 * rebuilt with a change of its own compares a little otherwise.
 */
final class EnterpriseLinux {
  private static final Set<String> ALL =
      Set.of("Red Hat", "AlmaLinux", "Rocky Linux", "Oracle Linux");

  /** Those whose advisories list each package, which needs no source. */
  private static final List<String> ANSWERING = List.of("Red Hat", "AlmaLinux");

  private EnterpriseLinux() {}

  /** True if an ecosystem is one of them. */
  static boolean isOne(String ecosystem) {
    return ALL.contains(ecosystem);
  }

  /** The same package as the others know it, in the order in which they are asked. */
  static Stream<PackageKey> others(PackageKey key) {
    return ANSWERING.stream()
        .filter(other -> !other.equals(key.ecosystem()))
        .map(other -> new PackageKey(other, key.release(), key.name()));
  }
}
