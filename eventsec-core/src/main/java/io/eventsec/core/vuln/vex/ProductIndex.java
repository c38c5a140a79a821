package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is said of one vulnerability, by the packages that it is said of: a document says it of a
 * hundred thousand. Not thread-safe while it is filled.
 */
final class ProductIndex {
  /** Where those are that are known by CPE names or hashes, of which any may mean a component. */
  private static final String OTHERS = "";

  private final Map<String, List<Said>> byName = new HashMap<>();

  /** A statement about one of its products. */
  record Said(VexStatement statement, VexProduct product) {}

  void add(VexStatement statement) {
    for (VexProduct product : statement.products()) {
      Said said = new Said(statement, product);
      VexComponent component = product.component();
      component.purls().forEach(purl -> add(PurlMatch.key(purl, purl.name()), said));
      if (!component.cpes().isEmpty() || !component.hashes().isEmpty()) {
        add(OTHERS, said);
      }
    }
  }

  private void add(String name, Said said) {
    byName.computeIfAbsent(name, any -> new ArrayList<>()).add(said);
  }

  /** All that may be about a component. */
  Stream<Said> about(SoftwareComponent component) {
    Stream<Said> others = of(OTHERS);
    if (component.purl().isEmpty()) {
      return others;
    }
    PackageUrl purl = component.purl().get();
    String name = PurlMatch.key(purl, purl.name());
    String source = PurlMatch.key(purl, PurlMatch.sourceOf(component, purl).name());
    Stream<Said> bySource = source.equals(name) ? Stream.empty() : of(source);
    return Stream.concat(Stream.concat(of(name), bySource), others);
  }

  private Stream<Said> of(String name) {
    return byName.getOrDefault(name, List.of()).stream();
  }
}
