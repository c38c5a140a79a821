package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.CpeConfiguration;
import io.eventsec.core.vuln.advisory.CpeCriteria;
import io.eventsec.core.vuln.advisory.CpeNode;
import io.eventsec.core.vuln.cpe.CpeAttribute;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Advisories by the products that their criteria name. Immutable and thread-safe. */
final class CpeIndex {
  /** What a criterion names that leaves the product open. */
  static final String ANY = "*";

  private final Map<String, List<Advisory>> byProduct = new HashMap<>();

  private CpeIndex() {}

  static CpeIndex of(List<Advisory> advisories) {
    CpeIndex index = new CpeIndex();
    for (Advisory advisory : advisories) {
      for (String product : products(advisory)) {
        index.byProduct.computeIfAbsent(product, any -> new ArrayList<>(1)).add(advisory);
      }
    }
    return index;
  }

  /** The products that an advisory calls vulnerable. */
  static Set<String> products(Advisory advisory) {
    Set<String> products = new HashSet<>();
    for (CpeConfiguration configuration : advisory.configurations()) {
      for (CpeNode node : configuration.nodes()) {
        node.criteria().stream()
            .filter(CpeCriteria::vulnerable)
            .forEach(criterion -> products.add(product(criterion.name())));
      }
    }
    return products;
  }

  /** A component's name may leave the vendor open. Patterns of products do not occur in NVD. */
  static String product(CpeName name) {
    return name.value(CpeAttribute.PRODUCT).toString();
  }

  /**
   * Finds what is about the components.
   *
   * @param components those that are asked about
   * @param asset all that is there, on which they may run
   */
  void match(
      List<SoftwareComponent> components,
      Collection<SoftwareComponent> asset,
      Consumer<VulnerabilityMatch> sink) {
    if (byProduct.isEmpty() || components.isEmpty()) {
      return;
    }
    Set<Advisory> candidates = new LinkedHashSet<>();
    candidates.addAll(byProduct.getOrDefault(ANY, List.of()));
    for (SoftwareComponent component : components) {
      for (CpeName name : component.cpes()) {
        candidates.addAll(byProduct.getOrDefault(product(name), List.of()));
      }
    }
    List<CpeName> there = asset.stream().flatMap(one -> one.cpes().stream()).toList();
    for (Advisory advisory : candidates) {
      report(advisory, components, there, sink);
    }
  }

  private static void report(
      Advisory advisory,
      List<SoftwareComponent> components,
      List<CpeName> there,
      Consumer<VulnerabilityMatch> sink) {
    Set<SoftwareComponent> told = new HashSet<>();
    for (CpeConfiguration configuration : advisory.configurations()) {
      if (!CpeEvaluation.holds(configuration, there)) {
        continue;
      }
      for (SoftwareComponent component : components) {
        CpeEvaluation.met(configuration, component)
            .filter(reason -> told.add(component))
            .ifPresent(reason -> sink.accept(new VulnerabilityMatch(component, advisory, reason)));
      }
    }
  }
}
