package io.eventsec.persistence.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What makes two components the same: the SHA-256 over all that names them, and their source. */
final class ComponentKey {
  private ComponentKey() {}

  /** As 64 lower-case hexadecimal digits. */
  static String of(SoftwareComponent component) {
    String named =
        String.join(
            "\n",
            component.ecosystem(),
            component.name(),
            component.version(),
            component.arch(),
            component.distro(),
            component.purl(),
            component.cpe(),
            // Advisories of distributions name sources: another source is matched anew.
            component.sourceName(),
            component.sourceVersion());
    return HexFormat.of().formatHex(sha256().digest(named.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
