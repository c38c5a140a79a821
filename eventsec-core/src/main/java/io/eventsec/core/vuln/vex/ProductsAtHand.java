package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SoftwareInventory;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The products that an inventory is of: the one that it names, its components, its platform. */
final class ProductsAtHand {
  private final String subject;
  private final Map<String, List<SoftwareComponent>> byPurl = new HashMap<>();
  private final List<SoftwareComponent> named = new ArrayList<>();
  private final Set<String> releases = new HashSet<>();

  /** A document names the same product in thousands of places, by the same object. */
  private final IdentityHashMap<VexComponent, Boolean> known = new IdentityHashMap<>();

  ProductsAtHand(SoftwareInventory inventory) {
    subject = inventory.subject();
    inventory.components().forEach(this::add);
  }

  private void add(SoftwareComponent component) {
    if (!component.release().isEmpty()) {
      releases.add(component.release());
    }
    if (component.purl().isPresent()) {
      PackageUrl purl = component.purl().get();
      byPurl
          .computeIfAbsent(PurlMatch.key(purl, purl.name()), any -> new ArrayList<>())
          .add(component);
      purl.qualifier("distro").ifPresent(releases::add);
    }
    if (!component.cpes().isEmpty()) {
      named.add(component);
    }
  }

  /** True if that product is there. */
  boolean has(VexComponent product) {
    Boolean before = known.get(product);
    if (before != null) {
      return before;
    }
    boolean there = find(product);
    known.put(product, there);
    return there;
  }

  private boolean find(VexComponent product) {
    if (!product.id().isEmpty()
        && (product.id().equals(subject) || VexHost.means(product.id(), subject))) {
      return true;
    }
    boolean byName =
        product.purls().stream()
            .flatMap(
                purl -> byPurl.getOrDefault(PurlMatch.key(purl, purl.name()), List.of()).stream())
            .anyMatch(component -> ComponentMatch.of(product, component) != ComponentMatch.NONE);
    return byName
        || named.stream()
            .anyMatch(component -> ComponentMatch.of(product, component) != ComponentMatch.NONE)
        || product.cpes().stream()
            .anyMatch(name -> releases.stream().anyMatch(release -> Platforms.isOn(name, release)));
  }
}
