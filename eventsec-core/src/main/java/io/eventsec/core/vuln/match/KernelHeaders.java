package io.eventsec.core.vuln.match;

import io.eventsec.core.vuln.purl.PackageUrl;
import java.util.regex.Pattern;

/**
 * Packages that are built beside a kernel and hold nothing of it that runs: headers, what modules
 * are built with, documents. Advisories name the source or list all that was built with an update,
 * and a hole of the kernel is in none of these; they are installed in containers, where no kernel
 * is.
 */
final class KernelHeaders {
  private static final Pattern DEB =
      Pattern.compile(
          "linux-(?:.+-)?headers(?:-.+)?|linux-(?:libc-dev|kbuild|doc|support|config)(?:-.+)?");
  private static final Pattern RPM =
      Pattern.compile(
          "kernel(?:-[a-z0-9]+)*-(?:headers|devel|devel-matched|doc|abi-stablelists|abi-whitelists)");

  private KernelHeaders() {}

  /** True if a package is one of those. */
  static boolean are(PackageUrl purl) {
    String name = purl.name();
    return switch (purl.type()) {
      case "deb" -> name.startsWith("linux-") && DEB.matcher(name).matches();
      case "rpm" -> name.startsWith("kernel-") && RPM.matcher(name).matches();
      default -> false;
    };
  }
}
