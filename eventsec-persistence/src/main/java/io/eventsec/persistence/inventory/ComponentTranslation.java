package io.eventsec.persistence.inventory;

import io.eventsec.core.event.Sha256;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.match.ComponentNames;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes of what {@code software_components} holds what advisories are matched against. Thread-safe:
 * it only computes.
 */
public final class ComponentTranslation {
  private ComponentTranslation() {}

  /** What tells how a component is called, as the columns hold it. */
  private record Columns(
      String ecosystem, String name, String version, String distro, String purl, String cpe) {}

  /** The component of a row, with the number of the row as its place. */
  public static io.eventsec.core.vuln.inventory.SoftwareComponent of(ResultSet row)
      throws SQLException {
    return component(
        new Columns(
            row.getString("ecosystem"),
            row.getString("name"),
            row.getString("version"),
            row.getString("distro"),
            row.getString("purl"),
            row.getString("cpe")),
        source(row.getString("source_name"), row.getString("source_version")),
        // Two rows that look the same stay two.
        Long.toString(row.getLong("id")));
  }

  /** The row of a component that {@link #of} made. */
  public static long row(io.eventsec.core.vuln.inventory.SoftwareComponent component) {
    return Long.parseLong(component.location());
  }

  /** The column {@code names} of what is installed, as PostgreSQL writes arrays. */
  static String names(SoftwareComponent given) {
    return names(
        component(
            new Columns(
                given.ecosystem(),
                given.name(),
                given.version(),
                given.distro(),
                given.purl(),
                given.cpe()),
            source(given.sourceName(), given.sourceVersion()),
            ""));
  }

  /** The column {@code names} of a component, as PostgreSQL writes arrays. */
  public static String names(io.eventsec.core.vuln.inventory.SoftwareComponent component) {
    StringBuilder array = new StringBuilder("{");
    for (Long hash : hashes(ComponentNames.of(component))) {
      array.append(array.length() > 1 ? "," : "").append(hash);
    }
    return array.append('}').toString();
  }

  /** Names as they are stored. Two of one hash cost a comparison and nothing else. */
  public static Long[] hashes(Collection<String> names) {
    return names.stream()
        .map(name -> ByteBuffer.wrap(Sha256.of(name)).getLong())
        .sorted()
        .toArray(Long[]::new);
  }

  private static Optional<SourcePackage> source(String name, String version) {
    return name.isEmpty() ? Optional.empty() : Optional.of(new SourcePackage(name, version));
  }

  private static io.eventsec.core.vuln.inventory.SoftwareComponent component(
      Columns given, Optional<SourcePackage> source, String place) {
    Optional<PackageUrl> purl = purl(given);
    return new io.eventsec.core.vuln.inventory.SoftwareComponent(
        given.name,
        given.version,
        purl,
        cpes(given.cpe),
        given.distro,
        source,
        purl.map(InventoryTranslation::module).orElse(""),
        place);
  }

  private static Optional<PackageUrl> purl(Columns given) {
    try {
      if (!given.purl.isEmpty()) {
        return Optional.of(PackageUrl.parse(given.purl));
      }
      return given.cpe.isEmpty() ? Optional.of(named(given)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // What is no package URL is in the inventory as it was handed in, and no advisory is about
      // it.
      return Optional.empty();
    }
  }

  /** The package URL of what has none: its package manager names it as exactly. */
  private static PackageUrl named(Columns given) {
    String name = given.name;
    if (PackageUrl.isOfDistribution(given.ecosystem)) {
      return new PackageUrl(
          given.ecosystem,
          vendor(given.distro),
          name,
          given.version,
          Map.of("distro", given.distro),
          "");
    }
    int slash = given.ecosystem.equals("maven") ? name.indexOf(':') : name.lastIndexOf('/');
    String namespace = slash < 0 ? "" : name.substring(0, slash);
    return new PackageUrl(
        given.ecosystem, namespace, name.substring(slash + 1), given.version, Map.of(), "");
  }

  /** {@code debian} of {@code debian-12}, {@code opensuse-leap} of {@code opensuse-leap-15.5}. */
  private static String vendor(String distro) {
    int dash = distro.lastIndexOf('-');
    return dash < 0 ? distro : distro.substring(0, dash);
  }

  private static List<CpeName> cpes(String cpe) {
    try {
      return cpe.isEmpty() ? List.of() : List.of(CpeName.parse(cpe));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
