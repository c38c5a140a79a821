package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;

/**
 * What a component asks advisories: whether that version of that package is affected.
 *
 * @param key of the package, a source package where a distribution's advisories name those
 * @param version as it is written; empty if it is not known
 * @param module from which stream of a module it is
 * @param binary the package that is installed, where it is a source that is asked for and the
 *     version is that of the package; else empty
 */
record PackageQuestion(PackageKey key, String version, ModuleOrigin module, String binary) {

  /** A question about a package that is from no module. */
  PackageQuestion(PackageKey key, String version) {
    this(key, version, ModuleOrigin.NONE, "");
  }

  /** The same question about that package. */
  PackageQuestion of(PackageKey other) {
    return new PackageQuestion(other, version, module, binary);
  }
}
