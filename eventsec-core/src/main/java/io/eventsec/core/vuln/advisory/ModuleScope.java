package io.eventsec.core.vuln.advisory;

import java.util.Set;

/**
 * For which streams of modules of a distribution with RPM something is said.
 *
 * @param modular true if it is said of packages that were built for a module
 * @param streams {@code nodejs:18}; empty if it is not known which
 */
public record ModuleScope(boolean modular, Set<String> streams) {
  /** Of packages that are from no module. */
  public static final ModuleScope NONE = new ModuleScope(false, Set.of());

  /** Copies the set. */
  public ModuleScope {
    streams = Set.copyOf(streams);
  }
}
