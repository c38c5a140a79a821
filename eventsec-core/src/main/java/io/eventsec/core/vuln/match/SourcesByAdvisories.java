package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.advisory.AffectedPackage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From which sources packages are built, as advisories say that they are: the source that the most
 * of them name, where there are several. Filled once, then thread-safe.
 */
final class SourcesByAdvisories implements SourceNames {
  private final Map<PackageKey, Named> byBinary = new HashMap<>();

  /** A source, and how often it was named beyond others. */
  private record Named(String source, int lead) {
    Named and(Named other) {
      if (source.equals(other.source)) {
        return new Named(source, lead + 1);
      }
      return lead > 0 ? new Named(source, lead - 1) : other;
    }
  }

  void add(AffectedPackage affected) {
    for (String binary : affected.built().names()) {
      // What is called like its source is asked under that name anyway.
      if (!binary.equals(affected.key().name())) {
        byBinary.merge(
            affected.key().named(binary), new Named(affected.key().name(), 1), Named::and);
      }
    }
  }

  @Override
  public Optional<String> of(PackageKey binary) {
    return Optional.ofNullable(byBinary.get(binary)).map(Named::source);
  }
}
