package io.eventsec.core.vuln;

import io.eventsec.core.vuln.version.VersionScheme;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a package is called where it comes from: the key by which advisories and components meet.
 * Immutable and thread-safe.
 *
 * @param ecosystem as the OSV schema names it, without a release: {@code Debian}, {@code PyPI}
 * @param release of a distribution, in one form however it was written: {@code 12}, {@code v3.18};
 *     empty if the ecosystem has none
 * @param name as the ecosystem compares names: what it holds to be equal is equal
 */
public record PackageKey(String ecosystem, String release, String name) {
  private static final Set<VersionScheme> OF_DISTRIBUTIONS =
      EnumSet.of(VersionScheme.DEB, VersionScheme.RPM, VersionScheme.APK, VersionScheme.ALPM);

  /**
   * The key of an ecosystem as advisories write it.
   *
   * @param ecosystem with or without a release behind a colon: {@code Debian:12}, {@code
   *     Ubuntu:22.04:LTS}
   * @param name of the package as it is written there
   */
  public static PackageKey of(String ecosystem, String name) {
    int colon = ecosystem.indexOf(':');
    String base = colon < 0 ? ecosystem : ecosystem.substring(0, colon);
    String release = colon < 0 ? "" : Releases.of(base, ecosystem.substring(colon + 1));
    return new PackageKey(base, release, canonical(base, name));
  }

  /**
   * True if it is a package of a distribution: its versions count the distribution's builds, and
   * its names mean something within it only.
   */
  public boolean isOfDistribution() {
    return VersionScheme.ofEcosystem(ecosystem).filter(OF_DISTRIBUTIONS::contains).isPresent();
  }

  /**
   * The same package among what the distribution publishes beside that release, with builds of its
   * own: Red Hat's layered products, Ubuntu's certified and special builds. Empty if nothing is
   * known to be published so, or this is already of it.
   */
  public Optional<PackageKey> beside() {
    return release.isEmpty() || !Releases.hasBeside(ecosystem) || Releases.isBeside(release)
        ? Optional.empty()
        : Optional.of(new PackageKey(ecosystem, Releases.beside(release), name));
  }

  /** The same package of the release that it is published beside; empty if it is none of those. */
  public Optional<PackageKey> besideWhat() {
    return Releases.isBeside(release)
        ? Optional.of(new PackageKey(ecosystem, Releases.besideWhat(release), name))
        : Optional.empty();
  }

  /**
   * Another package of the same release.
   *
   * @param other as it is written; names of packages of distributions are not made uniform
   */
  public PackageKey named(String other) {
    return new PackageKey(ecosystem, release, other);
  }

  /** The same package whatever the release. */
  public PackageKey withoutRelease() {
    return release.isEmpty() ? this : new PackageKey(ecosystem, "", name);
  }

  /** The rules of the ecosystem by which two spellings are one name. */
  private static String canonical(String ecosystem, String name) {
    return switch (ecosystem) {
      case "PyPI" -> pypi(name);
      case "npm", "Go", "NuGet", "Packagist", "GitHub Actions", "SwiftURL", "Hex", "Pub" ->
          name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }

  /** PEP 503: runs of dots, dashes and underscores are one dash. */
  private static String pypi(String name) {
    StringBuilder canonical = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean dash = c == '-' || c == '_' || c == '.';
      if (!dash) {
        canonical.append(Character.toLowerCase(c));
      } else if (canonical.length() == 0 || canonical.charAt(canonical.length() - 1) != '-') {
        canonical.append('-');
      }
    }
    return canonical.toString();
  }

  /**
   * Mixed better than a record's: names that differ in their numbers, in releases that do, would
   * collide by the thousand.
   */
  @Override
  public int hashCode() {
    return (ecosystem.hashCode() * 0x9E3779B1 + release.hashCode()) * 0x85EBCA77 + name.hashCode();
  }

  /** For people and as OSV writes it: {@code Debian:12 openssl}. */
  @Override
  public String toString() {
    return release.isEmpty() ? ecosystem + ' ' + name : ecosystem + ':' + release + ' ' + name;
  }
}
