package io.eventsec.persistence.inventory;

import io.eventsec.core.intel.ShownText;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.ModuleLabel;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An inventory as the rows of {@code software_components} hold it. What is against their rules is
 * left out and told; of several CPE names the first is kept.
 *
 * @param components what can be kept, in the order of the inventory
 * @param leftOut how many cannot
 * @param problems why not, each naming the component; at most 1,000
 */
public record InventoryTranslation(
    List<SoftwareComponent> components, int leftOut, List<String> problems) {
  /** The qualifier of a package URL for the stream of a module. */
  static final String MODULE = "rpmmod";

  private static final int MOST_PROBLEMS = 1_000;

  /** Copies the lists. */
  public InventoryTranslation {
    components = List.copyOf(components);
    problems = List.copyOf(problems);
  }

  /** Translates all of it. */
  public static InventoryTranslation of(SoftwareInventory inventory) {
    List<SoftwareComponent> components = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int leftOut = 0;
    for (io.eventsec.core.vuln.inventory.SoftwareComponent given : inventory.components()) {
      try {
        components.add(component(given));
      } catch (IllegalArgumentException e) {
        leftOut++;
        if (problems.size() < MOST_PROBLEMS) {
          problems.add("Component '" + ShownText.of(given.name()) + "': " + e.getMessage());
        }
      }
    }
    return new InventoryTranslation(components, leftOut, problems);
  }

  private static SoftwareComponent component(
      io.eventsec.core.vuln.inventory.SoftwareComponent given) {
    Optional<PackageUrl> purl = given.purl().map(url -> withModule(url, given.module()));
    Optional<CpeName> cpe = given.cpes().stream().findFirst();
    return new SoftwareComponent(
        purl.map(PackageUrl::type).orElse(cpe.isPresent() ? "cpe" : "generic"),
        purl.map(InventoryTranslation::name)
            .or(() -> cpe.map(InventoryTranslation::product))
            .orElse(given.name()),
        given.version(),
        purl.map(url -> url.qualifiers().getOrDefault("arch", "")).orElse(""),
        given.release(),
        given.source().map(SourcePackage::name).orElse(""),
        given.source().map(SourcePackage::version).orElse(""),
        purl.map(PackageUrl::toString).orElse(""),
        cpe.map(CpeName::toString).orElse(""));
  }

  private static PackageUrl withModule(PackageUrl purl, String module) {
    if (module.isEmpty() || !purl.type().equals("rpm")) {
      return purl;
    }
    Map<String, String> qualifiers = new TreeMap<>(purl.qualifiers());
    qualifiers.put(MODULE, module);
    return new PackageUrl(
        purl.type(), purl.namespace(), purl.name(), purl.version(), qualifiers, purl.subpath());
  }

  private static String name(PackageUrl purl) {
    if (purl.namespace().isEmpty() || PackageUrl.isOfDistribution(purl.type())) {
      return purl.name();
    }
    return purl.namespace() + (purl.type().equals("maven") ? ':' : '/') + purl.name();
  }

  private static String product(CpeName cpe) {
    return cpe.value(CpeAttribute.VENDOR).text() + ':' + cpe.value(CpeAttribute.PRODUCT).text();
  }

  /** The stream of a module that a package URL is from, as {@code name:stream}; may be empty. */
  public static String module(PackageUrl purl) {
    return ModuleLabel.stream(purl.qualifier(MODULE).orElse(""));
  }
}
