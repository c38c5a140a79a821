package io.eventsec.persistence.vulnerability;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.persistence.inventory.InventoryTranslation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a row of {@code software_components} what advisories are matched against. */
final class ComponentTranslation {
  private ComponentTranslation() {}

  /** The component, with the number of its row as its place. */
  static SoftwareComponent of(ResultSet row) throws SQLException {
    String version = row.getString("version");
    String source = row.getString("source_name");
    Optional<PackageUrl> purl = purl(row);
    return new SoftwareComponent(
        row.getString("name"),
        version,
        purl,
        cpes(row.getString("cpe")),
        row.getString("distro"),
        source.isEmpty()
            ? Optional.empty()
            : Optional.of(new SourcePackage(source, row.getString("source_version"))),
        purl.map(InventoryTranslation::module).orElse(""),
        // Two rows that look the same stay two.
        Long.toString(row.getLong("id")));
  }

  /** The row of a component that {@link #of} made. */
  static long row(SoftwareComponent component) {
    return Long.parseLong(component.location());
  }

  private static Optional<PackageUrl> purl(ResultSet row) throws SQLException {
    String given = row.getString("purl");
    try {
      if (!given.isEmpty()) {
        return Optional.of(PackageUrl.parse(given));
      }
      return row.getString("cpe").isEmpty() ? Optional.of(named(row)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // What is no package URL is in the inventory as it was handed in, and no advisory is about
      // it.
      return Optional.empty();
    }
  }

  /** The package URL of what has none: its package manager names it as exactly. */
  private static PackageUrl named(ResultSet row) throws SQLException {
    String ecosystem = row.getString("ecosystem");
    String name = row.getString("name");
    String distro = row.getString("distro");
    int slash = ecosystem.equals("maven") ? name.indexOf(':') : name.lastIndexOf('/');
    String namespace = slash < 0 ? "" : name.substring(0, slash);
    if (PackageUrl.isOfDistribution(ecosystem)) {
      return new PackageUrl(
          ecosystem, vendor(distro), name, row.getString("version"), Map.of("distro", distro), "");
    }
    return new PackageUrl(
        ecosystem, namespace, name.substring(slash + 1), row.getString("version"), Map.of(), "");
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
