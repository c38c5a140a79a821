package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.List;
import java.util.Optional;

/** Turns package URLs into the names by which advisories know packages. Immutable, thread-safe. */
final class PackageQuestions {
  private final SourceNames sources;
  private final Distributions distributions = new Distributions();

  PackageQuestions(SourceNames sources) {
    this.sources = sources;
  }

  /** The questions of a component; none if no advisory can be about it by name. */
  List<PackageQuestion> of(SoftwareComponent component) {
    return component.purl().map(purl -> of(component, purl)).orElse(List.of());
  }

  private List<PackageQuestion> of(SoftwareComponent component, PackageUrl purl) {
    return switch (purl.type()) {
      case "deb", "rpm", "apk" -> distribution(component, purl);
      case "maven" -> named("Maven", purl.namespace() + ':' + purl.name(), component);
      case "npm" -> named("npm", full(purl), component);
      case "pypi" -> named("PyPI", purl.name(), component);
      case "gem" -> named("RubyGems", purl.name(), component);
      case "cargo" -> named("crates.io", purl.name(), component);
      case "composer" -> named("Packagist", full(purl), component);
      case "nuget" -> named("NuGet", purl.name(), component);
      case "hex" -> named("Hex", purl.name(), component);
      case "pub" -> named("Pub", purl.name(), component);
      case "cran" -> named("CRAN", purl.name(), component);
      case "hackage" -> named("Hackage", purl.name(), component);
      case "conan" -> named("ConanCenter", purl.name(), component);
      case "bitnami" -> named("Bitnami", purl.name(), component);
      case "swift" -> named("SwiftURL", full(purl), component);
      case "github" -> named("GitHub Actions", full(purl), component);
      case "golang" -> List.of(go(component, purl));
      default -> List.of();
    };
  }

  private static String full(PackageUrl purl) {
    return purl.namespace().isEmpty() ? purl.name() : purl.namespace() + '/' + purl.name();
  }

  private static List<PackageQuestion> named(
      String ecosystem, String name, SoftwareComponent component) {
    return List.of(new PackageQuestion(PackageKey.of(ecosystem, name), component.version()));
  }

  /** The standard library is versioned as the tool chain is: {@code go1.21.3}. */
  private static PackageQuestion go(SoftwareComponent component, PackageUrl purl) {
    String version = component.version();
    String plain = version.startsWith("go") ? version.substring(2) : version;
    return new PackageQuestion(PackageKey.of("Go", full(purl)), plain);
  }

  private List<PackageQuestion> distribution(SoftwareComponent component, PackageUrl purl) {
    String version = withEpoch(component.version(), purl);
    String written = purl.qualifier("distro").orElse(component.release());
    Distribution distribution = distributions.of(purl.namespace(), written).seenIn(version);
    if (distribution.ecosystem().isEmpty()) {
      return List.of();
    }
    PackageQuestion binary = new PackageQuestion(distribution.key(purl.name()), version);
    if (!distribution.bySource()) {
      return List.of(binary);
    }
    Optional<PackageQuestion> source = source(component, purl, binary, distribution);
    if (source.isEmpty()) {
      return List.of(binary);
    }
    // Those of SUSE and its like name either; a name of one is not another's of the other.
    boolean either = purl.type().equals("rpm") && !source.get().key().equals(binary.key());
    return either ? List.of(source.get(), binary) : List.of(source.get());
  }

  private Optional<PackageQuestion> source(
      SoftwareComponent component,
      PackageUrl purl,
      PackageQuestion binary,
      Distribution distribution) {
    Optional<SourcePackage> said =
        component.source().or(() -> purl.qualifier("upstream").map(SourcePackage::ofUpstream));
    if (said.isPresent()) {
      String version = said.get().version().isEmpty() ? binary.version() : said.get().version();
      return Optional.of(new PackageQuestion(distribution.key(said.get().name()), version));
    }
    return sources
        .of(binary.key())
        .map(name -> new PackageQuestion(distribution.key(name), binary.version()));
  }

  private static String withEpoch(String version, PackageUrl purl) {
    return purl.qualifier("epoch")
        .filter(epoch -> !epoch.equals("0") && version.indexOf(':') < 0)
        .map(epoch -> epoch + ':' + version)
        .orElse(version);
  }
}
