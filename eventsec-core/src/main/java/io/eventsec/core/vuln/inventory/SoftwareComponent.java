package io.eventsec.core.vuln.inventory;

import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.List;
import java.util.Optional;

/**
 * A piece of software on an asset. Immutable and thread-safe.
 *
 * @param name for people
 * @param version as it is written; empty if nobody knows it
 * @param purl its package URL; empty if it has none
 * @param cpes names that it is known by; only such as were given, none is guessed
 * @param release what it was installed on, as {@code id-version} of {@code os-release}: {@code
 *     debian-12}; empty if the package URL says it, or nobody does
 * @param source the source package that it was built from; empty if that has the same name and
 *     version, or nobody says
 * @param module the stream of the module that it is from: {@code nodejs:18}; empty if it is from
 *     none, or nobody says
 * @param location where it was found: a file's path; may be empty
 */
public record SoftwareComponent(
    String name,
    String version,
    Optional<PackageUrl> purl,
    List<CpeName> cpes,
    String release,
    Optional<SourcePackage> source,
    String module,
    String location) {
  /** Copies the list. */
  public SoftwareComponent {
    cpes = List.copyOf(cpes);
  }

  /** A component of which nothing but the package URL is known. */
  public static SoftwareComponent of(PackageUrl purl) {
    String name = purl.namespace().isEmpty() ? purl.name() : purl.namespace() + '/' + purl.name();
    return new SoftwareComponent(
        name, purl.version(), Optional.of(purl), List.of(), "", Optional.empty(), "", "");
  }

  /** A component of which nothing but the CPE name is known. */
  public static SoftwareComponent of(CpeName cpe) {
    return new SoftwareComponent(
        cpe.value(CpeAttribute.PRODUCT).text(),
        cpe.value(CpeAttribute.VERSION).text(),
        Optional.empty(),
        List.of(cpe),
        "",
        Optional.empty(),
        "",
        "");
  }

  /** The same, installed on that release where it does not say itself. */
  public SoftwareComponent on(String otherRelease) {
    return release.isEmpty() && !otherRelease.isEmpty()
        ? new SoftwareComponent(name, version, purl, cpes, otherRelease, source, module, location)
        : this;
  }

  /** The same, found there. */
  public SoftwareComponent in(String place) {
    return new SoftwareComponent(name, version, purl, cpes, release, source, module, place);
  }

  /** The same, built from that. */
  public SoftwareComponent from(SourcePackage built) {
    return new SoftwareComponent(
        name, version, purl, cpes, release, Optional.of(built), module, location);
  }
}
