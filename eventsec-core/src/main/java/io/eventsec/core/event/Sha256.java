package io.eventsec.core.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4): what ids and versions are derived with. */
public final class Sha256 {
  private Sha256() {}

  /** The 32 bytes of the digest of a text in UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The first bytes of a text's digest as hexadecimal digits, two a byte: enough to tell texts
   * apart.
   *
   * @param bytes 1 to 32
   */
  public static String digits(String text, int bytes) {
    return HexFormat.of().formatHex(of(text), 0, bytes);
  }

  /** True if a text is what {@link #digits} writes of so many bytes. */
  public static boolean isDigits(String text, int bytes) {
    if (text.length() != 2 * bytes) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** The 32 bytes of the digest. */
  public static byte[] of(byte[] bytes) {
    return start().digest(bytes);
  }

  /** A digest of what is told to it piece by piece. */
  public static MessageDigest start() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Adds a text to a digest so that it cannot run into the next. */
  public static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
