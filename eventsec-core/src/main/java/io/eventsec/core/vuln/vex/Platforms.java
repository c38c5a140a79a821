package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.cpe.CpeValue;
import java.util.List;
import java.util.Map;

/**
 * Operating systems by their CPE names, as publishers of CSAF write what something is installed on,
 * and by {@code id-version} of {@code os-release}, as inventories write it.
 */
final class Platforms {
  /** The ids of vendor and product. */
  private static final Map<String, List<String>> IDS =
      Map.ofEntries(
          Map.entry("almalinux:almalinux", List.of("almalinux", "alma")),
          Map.entry("alpinelinux:alpine_linux", List.of("alpine")),
          Map.entry("amazon:linux", List.of("amzn")),
          Map.entry("canonical:ubuntu_linux", List.of("ubuntu")),
          Map.entry("debian:debian_linux", List.of("debian")),
          Map.entry("fedoraproject:fedora", List.of("fedora")),
          Map.entry("opensuse:leap", List.of("opensuse-leap", "opensuse")),
          Map.entry("oracle:linux", List.of("ol")),
          Map.entry("redhat:enterprise_linux", List.of("rhel", "redhat")),
          Map.entry("rocky:rocky", List.of("rocky")),
          Map.entry("rocky:rocky_linux", List.of("rocky")),
          Map.entry("suse:linux_enterprise_server", List.of("sles")),
          Map.entry("suse:sles", List.of("sles")));

  private static final String PACK = "sp";

  private Platforms() {}

  /**
   * True if a name means a release, or the ones that it is one of: 9 means 9.4 too.
   *
   * @param release {@code rhel-9.4}
   */
  static boolean isOn(CpeName name, String release) {
    String product =
        name.value(CpeAttribute.VENDOR).text() + ':' + name.value(CpeAttribute.PRODUCT).text();
    for (String id : IDS.getOrDefault(product, List.of())) {
      if (release.startsWith(id + '-')) {
        return isWithin(name, release.substring(id.length() + 1));
      }
    }
    return false;
  }

  private static boolean isWithin(CpeName name, String version) {
    CpeValue named = name.value(CpeAttribute.VERSION);
    CpeValue update = name.value(CpeAttribute.UPDATE);
    if (named.isAny() || named.hasWildcards() || named.text().isEmpty()) {
      return named.isAny() && update.text().isEmpty();
    }
    // SUSE writes 15.4 in os-release, and 15:sp4 in its names.
    String pack = update.text();
    if (!pack.isEmpty() && !pack.startsWith(PACK)) {
      return false;
    }
    String whole =
        pack.isEmpty() ? named.text() : named.text() + '.' + pack.substring(PACK.length());
    return (version + '.').startsWith(whole + '.');
  }
}
