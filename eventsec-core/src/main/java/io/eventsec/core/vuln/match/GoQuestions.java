package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.PackageKey;
import io.eventsec.core.vuln.inventory.SoftwareComponent;
import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What modules of Go are called, and how the versions of Go itself are written as theirs. */
final class GoQuestions {
  private static final String ECOSYSTEM = "Go";

  /** {@code go1.21rc2}, {@code go1.20.12 X:boringcrypto}, {@code 1.21.5-1.el9}. */
  private static final Pattern RELEASE =
      Pattern.compile("(?:go|v)?(\\d+(?:\\.\\d+)*)(?:(?:-?(rc|beta)\\.?(\\d+))|(?=[ -]|$)).*");

  private GoQuestions() {}

  /** Tools write the path of a module behind the first three names of it as a subpath. */
  static PackageQuestion of(SoftwareComponent component, PackageUrl purl) {
    String path = PackageQuestions.full(purl);
    String module = purl.subpath().isEmpty() ? path : path + '/' + purl.subpath();
    PackageKey key = PackageKey.of(ECOSYSTEM, module);
    boolean ofGo = module.equals("stdlib") || module.equals("toolchain");
    return new PackageQuestion(key, ofGo ? release(component.version()) : component.version());
  }

  /** As its data base writes it, by the rules of modules: {@code 1.21-rc.2}. */
  private static String release(String written) {
    Matcher release = RELEASE.matcher(written);
    if (!release.matches()) {
      return written;
    }
    return release.group(2) == null
        ? release.group(1)
        : release.group(1) + '-' + release.group(2) + '.' + release.group(3);
  }
}
