package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import java.util.Optional;

/**
 * From which source package a distribution builds a binary one, for inventories that do not say.
 * Without it most findings of Debian, Ubuntu and Alpine are missed, whose advisories name sources.
 * Must be thread-safe.
 */
@FunctionalInterface
public interface SourceNames {
  /** Knows none. */
  SourceNames NONE = binary -> Optional.empty();

  /**
   * The name of the source package.
   *
   * @param binary the package as it is installed
   * @return empty if it is not known
   */
  Optional<String> of(PackageKey binary);
}
