package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A distribution as the OSV schema names it.
 *
 * @param ecosystem {@code Debian}; empty if it is not known
 * @param release in the form of a {@link PackageKey}; empty if it is not known
 * @param bySource true if its advisories name source packages, false if they list each binary one
 */
record Distribution(String ecosystem, String release, boolean bySource) {
  static final Distribution UNKNOWN = new Distribution("", "", false);

  private static final Pattern EL = Pattern.compile("\\.(?:module[_+])?el(\\d+)");

  /** The key of a package of it. Names of packages of distributions are as they are written. */
  PackageKey key(String name) {
    return new PackageKey(ecosystem, release, name);
  }

  /** The same with the release that versions of packages of Red Hat and its like give away. */
  Distribution seenIn(String version) {
    if (!EnterpriseLinux.isOne(ecosystem) || !release.isEmpty()) {
      return this;
    }
    Matcher el = EL.matcher(version);
    return el.find() ? new Distribution(ecosystem, el.group(1), bySource) : this;
  }
}
