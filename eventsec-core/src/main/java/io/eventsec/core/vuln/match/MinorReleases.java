package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.range.OsvRange;
import io.eventsec.core.vuln.version.Version;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Red Hat mends old minor releases for longer, with builds that are older than those of the release
 * that is current: what {@code 4.18.0-305.72.1.el8_4} mends, the current release mends in {@code
 * 4.18.0-425.el8}. Who has the first is not vulnerable because it is older than the second.
 */
final class MinorReleases {
  private static final Pattern MINOR = Pattern.compile("\\.el\\d+_\\d+(?!\\d)");

  private MinorReleases() {}

  /** For which minor release a package was built; empty if that cannot be seen. */
  static Optional<String> of(PackageKey key, String version) {
    if (!key.ecosystem().equals("Red Hat")) {
      return Optional.empty();
    }
    Matcher minor = MINOR.matcher(version);
    return minor.find() ? Optional.of(minor.group()) : Optional.empty();
  }

  /** True if an update names a build for that minor release, which mends. */
  static boolean names(List<AffectedPackage> update, String minor) {
    return update.stream()
        .flatMap(affected -> affected.ranges().stream())
        .anyMatch(
            range ->
                range instanceof OsvRange osv
                    && osv.fixes().map(Version::text).anyMatch(fix -> isOf(minor, fix)));
  }

  private static boolean isOf(String minor, String version) {
    Matcher found = MINOR.matcher(version);
    return found.find() && found.group().equals(minor);
  }
}
