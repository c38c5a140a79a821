package io.eventsec.core.vuln.purl;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the definition of a type adds to the rules of all package URLs. */
final class TypeRules {
  static final String GIT = "git";

  private static final Set<String> LOWER_NAMESPACE =
      Set.of(
          "alpm",
          "apk",
          "bitbucket",
          "brew",
          "composer",
          "deb",
          "git",
          "github",
          "golang",
          "hex",
          "qpkg",
          "rpm");
  private static final Set<String> LOWER_NAME =
      Set.of(
          "alpm",
          "apk",
          "bitbucket",
          "bitnami",
          "brew",
          "composer",
          "deb",
          "git",
          "github",
          "golang",
          "hex",
          "npm",
          "oci",
          "otp",
          "pub",
          "pypi",
          "vcpkg");
  private static final Set<String> NEEDS_NAMESPACE =
      Set.of("bitbucket", "composer", "github", "maven", "swift", "vscode-extension");
  private static final Set<String> HAS_NO_NAMESPACE =
      Set.of(
          "bazel",
          "bitnami",
          "cargo",
          "chrome-extension",
          "cocoapods",
          "conda",
          "cran",
          "gem",
          "hackage",
          "julia",
          "mlflow",
          "nuget",
          "oci",
          "opam",
          "otp",
          "pub",
          "pypi",
          "vcpkg");
  private static final Map<String, String> NEEDS_QUALIFIER =
      Map.of("julia", "uuid", "swid", "tag_id");
  private static final String EXTENSION_ID = "[a-p]{32}";
  private static final String EXTENSION_VERSION = "[0-9]{1,5}(\\.[0-9]{1,5}){0,3}";

  private final String type;

  private TypeRules(String type) {
    this.type = type;
  }

  static TypeRules of(String type) {
    return new TypeRules(type);
  }

  String namespace(String namespace) {
    if (type.equals("cpan")) {
      return namespace.toUpperCase(Locale.ROOT);
    }
    return LOWER_NAMESPACE.contains(type) ? namespace.toLowerCase(Locale.ROOT) : namespace;
  }

  String name(String name, Map<String, String> qualifiers) {
    return switch (type) {
      case "pypi" -> name.toLowerCase(Locale.ROOT).replace('_', '-');
      case "pub" -> name.toLowerCase(Locale.ROOT).replace('-', '_');
      case "mlflow" ->
          qualifiers.getOrDefault("repository_url", "").contains("databricks")
              ? name.toLowerCase(Locale.ROOT)
              : name;
      default -> LOWER_NAME.contains(type) ? name.toLowerCase(Locale.ROOT) : name;
    };
  }

  String version(String version) {
    return type.equals("huggingface") ? version.toLowerCase(Locale.ROOT) : version;
  }

  void check(String namespace, String name, String version, Map<String, String> qualifiers) {
    if (namespace.isEmpty() && NEEDS_NAMESPACE.contains(type)) {
      throw PackageUrl.wrong("no namespace", "one of type " + type + " has one");
    }
    if (!namespace.isEmpty() && HAS_NO_NAMESPACE.contains(type)) {
      throw PackageUrl.wrong(
          "the namespace '" + namespace + "'", "one of type " + type + " has none");
    }
    String qualifier = NEEDS_QUALIFIER.get(type);
    if (qualifier != null && !qualifiers.containsKey(qualifier)) {
      throw PackageUrl.wrong(
          "no qualifier '" + qualifier + "'", "one of type " + type + " has one");
    }
    if (type.equals("cpan") && name.contains("::")) {
      throw PackageUrl.wrong(
          "the module '" + name + "'", "cpan names distributions, with - for ::");
    }
    if (type.equals("chrome-extension")) {
      checkExtension(name, version);
    }
  }

  private static void checkExtension(String name, String version) {
    if (!name.matches(EXTENSION_ID)) {
      throw PackageUrl.wrong("the extension '" + name + "'", "32 letters from a to p");
    }
    if (!version.isEmpty() && !version.matches(EXTENSION_VERSION)) {
      throw PackageUrl.wrong("the version '" + version + "'", "one to four numbers with dots");
    }
  }
}
