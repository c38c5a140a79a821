package io.eventsec.core.vuln.vex;

import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.inventory.SourcePackage;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.version.VersionScheme;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a package URL of a statement means a component: type, namespace and name are the same;
 * version, qualifiers and subpath only matter if it gives them. One of architecture {@code src}
 * means whatever was built from that source package.
 */
final class PurlMatch {
  private static final int OF_NAME = 100;
  private static final int OF_QUALIFIER = 10;
  private static final Set<String> SOURCES = Set.of("src", "source", "nosrc");

  private PurlMatch() {}

  static int of(PackageUrl said, VexComponent by, SoftwareComponent there, PackageUrl own) {
    boolean source = said.qualifier("arch").filter(SOURCES::contains).isPresent();
    SourcePackage named = source ? sourceOf(there, own) : new SourcePackage(own.name(), "");
    boolean same =
        said.type().equals(own.type())
            && said.namespace().equals(own.namespace())
            && said.name().equals(named.name())
            && (said.subpath().isEmpty() || said.subpath().equals(own.subpath()));
    if (!same) {
      return ComponentMatch.NONE;
    }
    for (Map.Entry<String, String> qualifier : said.qualifiers().entrySet()) {
      boolean ofSource = source && qualifier.getKey().equals("arch");
      if (!ofSource && !has(qualifier.getKey(), qualifier.getValue(), there, own)) {
        return ComponentMatch.NONE;
      }
    }
    int version =
        VersionMatch.of(
            by,
            withEpoch(said.version(), said),
            named.version().isEmpty() ? withEpoch(there.version(), own) : named.version(),
            VersionScheme.ofVers(said.type()));
    return version == VersionMatch.NONE
        ? ComponentMatch.NONE
        : OF_NAME
            + version
            + OF_QUALIFIER * said.qualifiers().size()
            + (said.subpath().isEmpty() ? 0 : OF_QUALIFIER);
  }

  private static boolean has(
      String qualifier, String value, SoftwareComponent there, PackageUrl own) {
    if (own.qualifier(qualifier).filter(value::equals).isPresent()) {
      return true;
    }
    return switch (qualifier) {
      // It is part of the version.
      case "epoch" -> true;
      case "distro" -> own.qualifier(qualifier).isEmpty() && value.equals(there.release());
      // Name and stream, then which build.
      case "rpmmod" -> !there.module().isEmpty() && (value + ':').startsWith(there.module() + ':');
      default -> false;
    };
  }

  /** What two package URLs have in common that mean versions of one package. */
  static String key(PackageUrl purl, String name) {
    return purl.type() + '/' + purl.namespace() + '/' + name;
  }

  /** The source package of a component; the package itself if nobody says. */
  static SourcePackage sourceOf(SoftwareComponent there, PackageUrl own) {
    return there
        .source()
        .or(() -> own.qualifier("upstream").map(SourcePackage::ofUpstream))
        .orElse(new SourcePackage(own.name(), ""));
  }

  private static String withEpoch(String version, PackageUrl purl) {
    Optional<String> epoch = purl.qualifier("epoch").filter(number -> !number.equals("0"));
    boolean without = !version.isEmpty() && version.indexOf(':') < 0;
    return epoch.isPresent() && without ? epoch.get() + ':' + version : version;
  }
}
