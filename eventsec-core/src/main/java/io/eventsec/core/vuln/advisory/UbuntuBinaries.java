package io.eventsec.core.vuln.advisory;

import io.eventsec.core.internal.JsonFields;
import io.eventsec.core.vuln.range.OsvRange;
import io.eventsec.core.vuln.range.OsvRange.Event;
import io.eventsec.core.vuln.range.OsvRange.Kind;
import io.eventsec.core.vuln.range.VersionRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what Ubuntu's records say is built from a source: {@code binaries}, each an object with
 * name and version, or in older records one of names and versions. Lists that come again, as those
 * of one source do, are one object. Not thread-safe.
 */
final class UbuntuBinaries {
  private static final int REMEMBERED = 100_000;

  /** Packages of symbols for debuggers, each of which stands beside what it is for. */
  private static final List<String> SYMBOLS = List.of("-dbgsym", "-dbg");

  private final Map<Set<String>, Set<String>> known = new HashMap<>();

  /**
   * Reads them.
   *
   * @param affected what is said of the source
   * @param ranges of the source; what is not mended is not mended in any package
   */
  BuiltPackages read(JsonFields affected, List<VersionRange> ranges) {
    List<JsonFields> listed = affected.object("ecosystem_specific").objects("binaries");
    if (listed.isEmpty()) {
      return BuiltPackages.NONE;
    }
    Map<String, String> versions = versions(listed);
    Optional<String> fix = fix(ranges);
    Map<String, VersionRange> otherwise = new HashMap<>();
    versions.forEach(
        (name, version) -> {
          if (fix.isPresent() && !version.isEmpty() && !version.equals(fix.get())) {
            before(version).ifPresent(range -> otherwise.put(name, range));
          }
        });
    return new BuiltPackages(interned(versions.keySet()), otherwise);
  }

  private static Map<String, String> versions(List<JsonFields> listed) {
    Map<String, String> versions = new HashMap<>();
    for (JsonFields one : listed) {
      if (one.has("binary_name")) {
        versions.put(one.text("binary_name"), one.text("binary_version"));
      } else {
        one.values().forEach((name, version) -> versions.put(name, String.valueOf(version)));
      }
    }
    versions.keySet().removeIf(name -> SYMBOLS.stream().anyMatch(name::endsWith));
    return versions;
  }

  private static Optional<String> fix(List<VersionRange> ranges) {
    return ranges.stream()
        .filter(OsvRange.class::isInstance)
        .map(OsvRange.class::cast)
        .filter(OsvRange::onlyEnds)
        .flatMap(range -> range.fixes().map(version -> version.text()))
        .findFirst();
  }

  private static Optional<VersionRange> before(String version) {
    try {
      return Optional.of(
          OsvRange.of(
              VersionScheme.DEB,
              List.of(new Event(Kind.INTRODUCED, "0"), new Event(Kind.FIXED, version))));
    } catch (UnreadableVersionException e) {
      // Then the version of the source is compared, which most packages have.
      return Optional.empty();
    }
  }

  private Set<String> interned(Set<String> names) {
    Set<String> copy = Set.copyOf(new HashSet<>(names));
    if (known.size() >= REMEMBERED) {
      return known.getOrDefault(copy, copy);
    }
    return known.computeIfAbsent(copy, any -> copy);
  }
}
