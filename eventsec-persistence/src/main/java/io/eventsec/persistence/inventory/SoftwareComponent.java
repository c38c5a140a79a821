package io.eventsec.persistence.inventory;

import io.eventsec.persistence.internal.Limits;
import io.eventsec.persistence.internal.StorableText;
import java.util.regex.Pattern;

/**
 * Something installed, named as exactly as its package manager does: by package URL, by CPE, or as
 * a package of a distribution by name, version and architecture. What it does not have is the empty
 * string.
 *
 * @param ecosystem where the name means something: {@code deb}, {@code rpm}, {@code maven}, {@code
 *     npm}; 1 to 64 of {@code a-z 0-9 . + -}. {@code cpe} for what only a CPE names
 * @param name in that ecosystem, {@code group:artifact} or {@code vendor:product} where it has two
 *     parts; 1 to 500 characters
 * @param version as it is written there, at most 300 characters
 * @param arch the architecture it was built for, at most 64 characters
 * @param distro the release it belongs to, {@code debian-12}; at most 100 characters
 * @param sourceName the source package it was built from, at most 500 characters
 * @param sourceVersion the version of that, at most 300 characters
 * @param purl its package URL, at most 2,000 characters
 * @param cpe its CPE 2.3 name, at most 2,000 characters
 */
public record SoftwareComponent(
    String ecosystem,
    String name,
    String version,
    String arch,
    String distro,
    String sourceName,
    String sourceVersion,
    String purl,
    String cpe) {
  private static final Pattern ECOSYSTEM = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,63}");

  /**
   * Checks the bounds, and that it is named well enough.
   *
   * @throws IllegalArgumentException if one breaks the rules above
   */
  public SoftwareComponent {
    if (!ECOSYSTEM.matcher(ecosystem).matches()) {
      throw new IllegalArgumentException(
          "Ecosystem '" + ecosystem + "' is not valid: use 1 to 64 of a-z, 0-9, '.', '+' and '-'");
    }
    text("Name", name, 1, 500);
    text("Version", version, 0, 300);
    text("Architecture", arch, 0, 64);
    text("Distribution", distro, 0, 100);
    text("Source package", sourceName, 0, 500);
    text("Source version", sourceVersion, 0, 300);
    text("Package URL", purl, 0, 2000);
    text("CPE", cpe, 0, 2000);
    if (purl.isEmpty() && cpe.isEmpty() && (version.isEmpty() || arch.isEmpty())) {
      throw new IllegalArgumentException(
          "Component '"
              + name
              + "' is not named well enough: give a package URL, a CPE, or version and"
              + " architecture");
    }
  }

  /** What a package URL names. */
  public static SoftwareComponent ofPurl(
      String ecosystem, String name, String version, String purl) {
    return new SoftwareComponent(ecosystem, name, version, "", "", "", "", purl, "");
  }

  /** What only a CPE names. */
  public static SoftwareComponent ofCpe(String vendorAndProduct, String version, String cpe) {
    return new SoftwareComponent("cpe", vendorAndProduct, version, "", "", "", "", "", cpe);
  }

  /** A package of a distribution. */
  public static SoftwareComponent ofPackage(
      String ecosystem, String name, String version, String arch) {
    return new SoftwareComponent(ecosystem, name, version, arch, "", "", "", "", "");
  }

  /** The same, of that release of a distribution. */
  public SoftwareComponent withDistro(String value) {
    return new SoftwareComponent(
        ecosystem, name, version, arch, value, sourceName, sourceVersion, purl, cpe);
  }

  /** The same, built from that source package. */
  public SoftwareComponent withSource(String sourcePackage, String ofVersion) {
    return new SoftwareComponent(
        ecosystem, name, version, arch, distro, sourcePackage, ofVersion, purl, cpe);
  }

  private static void text(String what, String text, int least, int most) {
    Limits.length(what, StorableText.exactly(what, text), least, most);
    if (text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(what + " '" + text + "' has more than one line");
    }
  }
}
