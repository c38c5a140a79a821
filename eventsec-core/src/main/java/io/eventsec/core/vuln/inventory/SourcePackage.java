package io.eventsec.core.vuln.inventory;

/**
 * What a distribution built a package from: its advisories name this one.
 *
 * @param name of the source package
 * @param version of it; the binary package's where it has none of its own
 */
public record SourcePackage(String name, String version) {}
