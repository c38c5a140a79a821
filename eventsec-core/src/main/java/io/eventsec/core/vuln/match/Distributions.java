package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds distributions by what inventories write of them, and remembers them. Thread-safe. */
final class Distributions {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("debian", "Debian"),
          Map.entry("ubuntu", "Ubuntu"),
          Map.entry("alpine", "Alpine"),
          Map.entry("wolfi", "Wolfi"),
          Map.entry("chainguard", "Chainguard"),
          Map.entry("minimos", "MinimOS"),
          Map.entry("echo", "Echo"),
          Map.entry("alpaquita", "Alpaquita"),
          Map.entry("almalinux", "AlmaLinux"),
          Map.entry("alma", "AlmaLinux"),
          Map.entry("rocky", "Rocky Linux"),
          Map.entry("rockylinux", "Rocky Linux"),
          Map.entry("rocky-linux", "Rocky Linux"),
          Map.entry("redhat", "Red Hat"),
          Map.entry("rhel", "Red Hat"),
          // Has no feed in the form of OSV.
          Map.entry("oracle", "Oracle Linux"),
          Map.entry("oraclelinux", "Oracle Linux"),
          Map.entry("ol", "Oracle Linux"),
          // CentOS rebuilt Red Hat's packages with the same versions.
          Map.entry("centos", "Red Hat"),
          Map.entry("suse", "SUSE"),
          Map.entry("sles", "SUSE"),
          Map.entry("sled", "SUSE"),
          Map.entry("opensuse", "openSUSE"),
          Map.entry("opensuse-leap", "openSUSE"),
          Map.entry("opensuse-tumbleweed", "openSUSE"),
          Map.entry("mageia", "Mageia"),
          Map.entry("photon", "Photon OS"),
          Map.entry("azurelinux", "Azure Linux"),
          Map.entry("mariner", "Azure Linux"),
          Map.entry("openeuler", "openEuler"));

  /** These list each binary package. Rocky's, of the same builds, name the source. */
  private static final Set<String> BY_BINARY = Set.of("AlmaLinux", "Red Hat", "Oracle Linux");

  private static final int REMEMBERED = 10_000;

  private final Map<Written, Distribution> known = new ConcurrentHashMap<>();

  private record Written(String namespace, String release) {}

  /**
   * What a package of a distribution is from.
   *
   * @param namespace of the package URL: {@code debian}
   * @param written {@code id-version} of {@code os-release}, a release's name or number, or empty
   */
  Distribution of(String namespace, String written) {
    Written both = new Written(namespace, written);
    Distribution distribution = known.get(both);
    if (distribution == null) {
      distribution = find(namespace.toLowerCase(Locale.ROOT), written.toLowerCase(Locale.ROOT));
      if (known.size() < REMEMBERED) {
        known.put(both, distribution);
      }
    }
    return distribution;
  }

  private static Distribution find(String namespace, String written) {
    String id = idOf(written);
    String ecosystem = NAMES.getOrDefault(namespace, NAMES.getOrDefault(id, ""));
    if (ecosystem.isEmpty()) {
      return Distribution.UNKNOWN;
    }
    String release =
        id.isEmpty() ? written : written.substring(Math.min(written.length(), id.length() + 1));
    String canonical =
        release.isEmpty() ? "" : PackageKey.of(ecosystem + ':' + release, "any").release();
    return new Distribution(ecosystem, canonical, !BY_BINARY.contains(ecosystem));
  }

  /** The id before the dash of {@code debian-12}, of {@code opensuse-leap-15.4} the longer one. */
  private static String idOf(String written) {
    for (int dash = written.lastIndexOf('-'); dash > 0; dash = written.lastIndexOf('-', dash - 1)) {
      if (NAMES.containsKey(written.substring(0, dash))) {
        return written.substring(0, dash);
      }
    }
    return NAMES.containsKey(written) ? written : "";
  }
}
