package io.eventsec.persistence.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a random token of 256 bits: what is stored in its place. Not for passwords.
 *
 * @param bytes 32 bytes; not copied, so whoever made it leaves them alone
 */
public record TokenHash(byte[] bytes) {
  private static final int LENGTH = 32;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is not 32 bytes
   */
  public TokenHash {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException(
          "A token hash of " + bytes.length + " bytes: a SHA-256 has " + LENGTH);
    }
  }

  /** The hash of a token's UTF-8 bytes. */
  public static TokenHash ofToken(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new TokenHash(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenHash that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Tells nothing of the hash. */
  @Override
  public String toString() {
    return "TokenHash[...]";
  }
}
