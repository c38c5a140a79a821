package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.inventory.ModuleLabel;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Turns package URLs into the names by which advisories know packages. Immutable, thread-safe. */
final class PackageQuestions {
  /** {@code linux-signed-hwe-5.15} of Ubuntu, {@code linux-signed-amd64} of Debian. */
  private static final Pattern SIGNED_KERNEL =
      Pattern.compile("^linux-signed(?:-(?:amd64|arm64|i386))?(|-.+)$");

  private static final String SIGNED = "linux-signed";
  private static final Pattern REBUILT = Pattern.compile("\\+b\\d+$");

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
      case "pypi" -> List.of(pypi(component, purl));
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
      case "golang" -> List.of(GoQuestions.of(component, purl));
      default -> List.of();
    };
  }

  static String full(PackageUrl purl) {
    return purl.namespace().isEmpty() ? purl.name() : purl.namespace() + '/' + purl.name();
  }

  private static List<PackageQuestion> named(
      String ecosystem, String name, SoftwareComponent component) {
    return List.of(new PackageQuestion(PackageKey.of(ecosystem, name), component.version()));
  }

  /**
   * What stands behind {@code +} says who built it, of the same release: {@code 2.0.1+cu118}. By
   * the order of versions it would be newer than the last that is affected.
   */
  private static PackageQuestion pypi(SoftwareComponent component, PackageUrl purl) {
    String version = component.version();
    int plus = version.indexOf('+');
    return new PackageQuestion(
        PackageKey.of("PyPI", purl.name()), plus > 0 ? version.substring(0, plus) : version);
  }

  private List<PackageQuestion> distribution(SoftwareComponent component, PackageUrl purl) {
    String version = withEpoch(component.version(), purl);
    String written = purl.qualifier("distro").orElse(component.release());
    Distribution distribution = distributions.of(purl.namespace(), written).seenIn(version);
    if (distribution.ecosystem().isEmpty() || KernelHeaders.are(purl)) {
      return List.of();
    }
    Optional<SourcePackage> source = said(component, purl);
    ModuleOrigin module =
        purl.type().equals("rpm") ? module(component, purl, version, source) : ModuleOrigin.NONE;
    PackageKey key = distribution.key(purl.name());
    PackageQuestion binary = new PackageQuestion(key, version, module, "");
    if (!distribution.bySource()) {
      return List.of(binary);
    }
    PackageQuestion built = built(binary, source, distribution);
    // Those with RPM name either; a name of one is not another's of the other.
    boolean either = purl.type().equals("rpm") && !built.key().equals(key);
    return either ? List.of(built, binary) : List.of(built);
  }

  private static Optional<SourcePackage> said(SoftwareComponent component, PackageUrl purl) {
    Optional<SourcePackage> upstream =
        purl.qualifier("upstream")
            .map(one -> SourcePackage.ofFile(one).orElseGet(() -> SourcePackage.ofUpstream(one)));
    Optional<SourcePackage> source = component.source();
    // A file's name tells the version too.
    return source.isEmpty()
            || source.get().version().isEmpty()
                && upstream.filter(one -> one.name().equals(source.get().name())).isPresent()
        ? upstream
        : source;
  }

  /** The question by the source package, or by the package itself where that has the same name. */
  private PackageQuestion built(
      PackageQuestion binary, Optional<SourcePackage> source, Distribution distribution) {
    String name =
        source
            .map(SourcePackage::name)
            .or(() -> sources.of(binary.key()))
            .orElse(binary.key().name());
    String version = source.map(SourcePackage::version).orElse("");
    if (name.startsWith(SIGNED)) {
      // The signed image is the kernel's, in a package that only signs it, and has its version.
      name = SIGNED_KERNEL.matcher(name).replaceFirst("linux$1");
      version = "";
    }
    return new PackageQuestion(
        distribution.key(name),
        version.isEmpty() ? withoutRebuild(binary.version()) : version,
        binary.module(),
        version.isEmpty() ? binary.key().name() : "");
  }

  /** Debian builds a package once more from the same source: {@code 1.2-3+b1}. */
  private static String withoutRebuild(String version) {
    int plus = version.lastIndexOf("+b");
    return plus > 0 && REBUILT.matcher(version).find(plus) ? version.substring(0, plus) : version;
  }

  private static ModuleOrigin module(
      SoftwareComponent component,
      PackageUrl purl,
      String version,
      Optional<SourcePackage> source) {
    String stream =
        Stream.of("rpmmod", "modularitylabel")
            .flatMap(qualifier -> purl.qualifier(qualifier).stream())
            .map(ModuleLabel::stream)
            .findFirst()
            .filter(said -> component.module().isEmpty())
            .orElse(component.module());
    if (stream.isEmpty() && !version.contains(ModuleOrigin.MARK)) {
      return ModuleOrigin.NONE;
    }
    SourcePackage built =
        source
            .filter(one -> !one.version().isEmpty())
            .orElseGet(() -> new SourcePackage(purl.name(), version));
    String without = built.version().substring(built.version().indexOf(':') + 1);
    return new ModuleOrigin(stream, built.name(), without);
  }

  private static String withEpoch(String version, PackageUrl purl) {
    return purl.qualifier("epoch")
        .filter(epoch -> version.indexOf(':') < 0)
        .map(epoch -> epoch + ':' + version)
        .orElse(version);
  }
}
