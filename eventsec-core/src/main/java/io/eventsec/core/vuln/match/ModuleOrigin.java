package io.eventsec.core.vuln.match;

/**
 * What is known of the stream of a module that a package is from.
 *
 * @param stream {@code nodejs:18}; empty if nobody says it
 * @param source what the package was built from, {@code nodejs}; a module's own source is called
 *     like it
 * @param version of the source, without an epoch
 */
record ModuleOrigin(String stream, String source, String version) {
  static final ModuleOrigin NONE = new ModuleOrigin("", "", "");

  /** The release of each package of a module says that it is from one. */
  static final String MARK = ".module";
}
