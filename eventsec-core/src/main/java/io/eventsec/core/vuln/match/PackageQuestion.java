package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;

/**
 * What a component asks advisories: whether that version of that package is affected.
 *
 * @param key of the package, a source package where a distribution's advisories name those
 * @param version as it is written; empty if it is not known
 */
record PackageQuestion(PackageKey key, String version) {}
