package io.eventsec.core.sigma.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Versions of rules: twelve hexadecimal digits of a SHA-256. */
public final class RuleVersion {
  private static final int BYTES = 6;

  private RuleVersion() {}

  /** The version of a rule's text. */
  public static String of(String yaml) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The version of a rule that something else has changed: another change is another version. */
  public static String changed(String version, String changedBy) {
    return of(version + '\n' + changedBy);
  }
}
