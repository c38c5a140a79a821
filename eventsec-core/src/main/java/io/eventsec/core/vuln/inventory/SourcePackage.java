package io.eventsec.core.vuln.inventory;

/**
 * What a distribution built a package from: its advisories name this one.
 *
 * @param name of the source package
 * @param version of it; the binary package's where it has none of its own
 */
public record SourcePackage(String name, String version) {

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
    if (!written.endsWith(".src.rpm")) {
      return new SourcePackage(written, "");
    }
    int release = written.lastIndexOf('-');
    int version = release < 0 ? -1 : written.lastIndexOf('-', release - 1);
    return new SourcePackage(version > 0 ? written.substring(0, version) : written, "");
  }
}
