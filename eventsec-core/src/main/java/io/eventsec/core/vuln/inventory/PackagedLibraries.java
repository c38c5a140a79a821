package io.eventsec.core.vuln.inventory;

import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Libraries that packages of the distribution brought, told by the directories that are its package
 * manager's alone: what people install themselves goes elsewhere. Such a library is in an inventory
 * twice. The distribution mends it without giving it a new number, and answers for its package;
 * under its own name it would be found vulnerable long after.
 */
final class PackagedLibraries {
  /** Debian's policies for its languages, Fedora's guidelines for packages, Alpine's likewise. */
  private static final Map<String, Pattern> DIRECTORIES =
      Map.of(
          "pypi",
          Pattern.compile(
              "/usr/lib/python[\\d.]+/dist-packages/.+|/usr/lib(?:64)?/python3\\.\\d+/site-packages/.+"),
          "gem",
          Pattern.compile(
              "/usr/share/(?:gems|ruby|rubygems|rubygems-integration)/.+|/usr/lib64/gems/.+"),
          "npm",
          Pattern.compile("/usr/(?:share|lib)/nodejs/.+"),
          "maven",
          Pattern.compile("/usr/share/(?:java|maven-repo)/.+"));

  /** Where npm puts what people install too; only npm itself is the package of its name. */
  private static final Pattern NPM = Pattern.compile("/usr/lib/node_modules/npm/.+");

  private final boolean onDistribution;
  private final boolean npmIsPackaged;

  private PackagedLibraries(boolean onDistribution, boolean npmIsPackaged) {
    this.onDistribution = onDistribution;
    this.npmIsPackaged = npmIsPackaged;
  }

  /** Those that may be among these components. */
  static PackagedLibraries among(Collection<SoftwareComponent> components) {
    List<PackageUrl> packages =
        components.stream()
            .flatMap(component -> component.purl().stream())
            .filter(purl -> PackageUrl.isOfDistribution(purl.type()))
            .toList();
    return new PackagedLibraries(
        !packages.isEmpty(), packages.stream().anyMatch(purl -> purl.name().equals("npm")));
  }

  /** True if a component is one. */
  boolean contains(SoftwareComponent component) {
    if (!onDistribution || component.location().isEmpty()) {
      return false;
    }
    // Some tools write paths within an image, without the root.
    String path = component.location();
    path = path.startsWith("/") ? path : '/' + path;
    String type = component.purl().map(PackageUrl::type).orElse("");
    Pattern directories = DIRECTORIES.get(type);
    return directories != null && directories.matcher(path).matches()
        || npmIsPackaged && type.equals("npm") && NPM.matcher(path).matches();
  }

  /** For people: what is left out, and why. */
  static String leftOut(Collection<SoftwareComponent> components) {
    return components.size()
        + " libraries lie where only packages of the distribution are put, which answer for them, and are left out: "
        + components.stream()
            .limit(5)
            .map(component -> component.name() + ' ' + component.version())
            .collect(Collectors.joining(", "));
  }
}
