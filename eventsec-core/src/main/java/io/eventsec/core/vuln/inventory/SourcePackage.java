package io.eventsec.core.vuln.inventory;

import java.util.Optional;

/**
 * What a distribution built a package from: its advisories name this one.
 *
 * @param name of the source package
 * @param version of it; the binary package's where it has none of its own
 */
public record SourcePackage(String name, String version) {
  private static final String SOURCE_RPM = ".src.rpm";

  /**
   * What {@code upstream} of a package URL means.
   *
   * @param written {@code gcc-12@12.2.0-14}, or a source RPM's file name: {@code
   *     zlib-1.2.11-40.el9.src.rpm}
   */
  public static SourcePackage ofUpstream(String written) {
    int at = written.lastIndexOf('@');
    if (at > 0) {
      return new SourcePackage(written.substring(0, at), written.substring(at + 1));
    }
    return ofFile(written)
        .map(file -> new SourcePackage(file.name, ""))
        .orElseGet(() -> new SourcePackage(written, ""));
  }

  /**
   * What the name of a source RPM says, version and release without an epoch.
   *
   * @param file {@code perl-5.26.3-421.el8.src.rpm}
   * @return empty if it is not called like one
   */
  public static Optional<SourcePackage> ofFile(String file) {
    if (!file.endsWith(SOURCE_RPM)) {
      return Optional.empty();
    }
    String named = file.substring(0, file.length() - SOURCE_RPM.length());
    int release = named.lastIndexOf('-');
    int version = release < 0 ? -1 : named.lastIndexOf('-', release - 1);
    return version > 0
        ? Optional.of(new SourcePackage(named.substring(0, version), named.substring(version + 1)))
        : Optional.empty();
  }
}
