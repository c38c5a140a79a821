package io.eventsec.core.fuzz;

import io.eventsec.core.vuln.cpe.CpeName;
import io.eventsec.core.vuln.cvss.CvssVector;
import io.eventsec.core.vuln.purl.PackageUrl;
import io.eventsec.core.vuln.range.NativeRange;
import io.eventsec.core.vuln.range.VersRange;
import io.eventsec.core.vuln.version.UnreadableVersionException;
import io.eventsec.core.vuln.version.Version;
import io.eventsec.core.vuln.version.VersionScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Any text is a version, range, name or vector, or none; two versions compare the same from both
 * sides.
 */
public final class VersionFuzz {
  private static final List<String> RANGES =
      List.of("npm", "conan", "gem", "nuget", "maven", "nginx", "openssl", "pypi");

  private VersionFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int middle = text.indexOf('\n');
    String other = middle < 0 ? "1.0" : text.substring(middle + 1);
    String one = middle < 0 ? text : text.substring(0, middle);
    for (VersionScheme scheme : VersionScheme.values()) {
      compare(scheme, one, other);
    }
    refusing(() -> VersRange.parse(one));
    RANGES.forEach(name -> refusing(() -> NativeRange.parse(name, one)));
    refusing(() -> same(PackageUrl.parse(one), PackageUrl::parse));
    refusing(() -> same(CpeName.parse(one), CpeName::parse));
    refusing(() -> CvssVector.parse(one).scores());
  }

  private static void compare(VersionScheme scheme, String one, String other) {
    try {
      Version first = scheme.parse(one);
      Version second = scheme.parse(other);
      int forth = Integer.signum(first.compareTo(second));
      int back = Integer.signum(second.compareTo(first));
      if (forth != -back || !first.equals(scheme.parse(one))) {
        throw new IllegalStateException(
            scheme + ": '" + one + "' and '" + other + "' compare as " + forth + " and " + back);
      }
    } catch (UnreadableVersionException e) {
      // As it may be.
      return;
    }
  }

  /** What was read is written so that it is read as the same again. */
  static <T> void same(T value, Function<String, T> parse) {
    if (!parse.apply(value.toString()).equals(value)) {
      throw new IllegalStateException("'" + value + "' is another when it is read again");
    }
  }

  private static void refusing(Runnable parsing) {
    try {
      parsing.run();
    } catch (IllegalArgumentException e) {
      if (String.valueOf(e.getMessage()).isBlank()) {
        throw new IllegalStateException("Refused without a reason", e);
      }
    }
  }
}
