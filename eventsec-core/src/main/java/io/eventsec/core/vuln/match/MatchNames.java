package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.Advisory;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import java.util.Set;

/**
 * The names by which advisories and components meet, as texts: a component that shares none with an
 * advisory is not matched by it, whatever the versions.
 */
final class MatchNames {
  private static final String PRODUCT = "cpe ";
  private static final String ANY_PRODUCT = PRODUCT + CpeIndex.ANY;

  private MatchNames() {}

  /** Adds the packages and products that an advisory is about. */
  static void add(Advisory advisory, Set<String> names) {
    for (AffectedPackage affected : advisory.packages()) {
      names.add(name(affected.key()));
      affected.built().names().forEach(built -> names.add(name(affected.key().named(built))));
    }
    CpeIndex.products(advisory).forEach(product -> names.add(PRODUCT + product));
  }

  /** Adds the names of a component that asks these questions. */
  static void add(
      SoftwareComponent component, Iterable<PackageQuestion> questions, Set<String> names) {
    questions.forEach(question -> names.add(name(question.key())));
    for (CpeName cpe : component.cpes()) {
      names.add(PRODUCT + CpeIndex.product(cpe));
      names.add(ANY_PRODUCT);
    }
  }

  /** Of all releases: what speaks of none is asked for each of them. */
  private static String name(PackageKey key) {
    // Each of these may answer for the others.
    String ecosystem =
        EnterpriseLinux.isOne(key.ecosystem()) ? "Enterprise Linux" : key.ecosystem();
    return ecosystem + ' ' + key.name();
  }
}
