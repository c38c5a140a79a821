package io.eventsec.app.security;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Keeps passwords as PBKDF2-HMAC-SHA512 (RFC 8018) in the form {@code
 * pbkdf2-sha512$iterations$salt$hash}. Safe to share between threads; only so many hash at a time
 * that sign-in attempts cannot take all processors.
 */
public final class PasswordHasher {
  private static final String SCHEME = "pbkdf2-sha512";
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 512;
  private static final int MOST_ITERATIONS = 10_000_000;

  /** OWASP's floor for this function (2023). */
  public static final int ITERATIONS = 210_000;

  private final int iterations;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore processors =
      new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final String nobody;

  /** A hasher with {@link #ITERATIONS}. */
  public PasswordHasher() {
    this(ITERATIONS);
  }

  PasswordHasher(int iterations) {
    this.iterations = iterations;
    this.nobody = encode(new byte[SALT_BYTES], new byte[HASH_BITS / Byte.SIZE]);
  }

  /** The stored form, with a new salt. */
  public String hash(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return encode(salt, derive(password, salt, iterations));
  }

  /** True if this is the password. Takes as long for a wrong one as for the right one. */
  public boolean matches(char[] password, String stored) {
    String[] parts = stored.split("\\$", -1);
    if (parts.length != 4 || !parts[0].equals(SCHEME)) {
      throw new IllegalStateException("A stored password is not of the form " + SCHEME + "$...");
    }
    int rounds = Math.min(Integer.parseInt(parts[1]), MOST_ITERATIONS);
    byte[] salt = Base64.getDecoder().decode(parts[2]);
    byte[] expected = Base64.getDecoder().decode(parts[3]);
    return MessageDigest.isEqual(expected, derive(password, salt, rounds));
  }

  /** Takes as long as {@link #matches} does, for a user that does not exist. */
  public void waste(char[] password) {
    if (matches(password, nobody)) {
      throw new IllegalStateException("PBKDF2 gave zeros");
    }
  }

  private String encode(byte[] salt, byte[] hash) {
    Base64.Encoder base64 = Base64.getEncoder();
    return SCHEME
        + '$'
        + iterations
        + '$'
        + base64.encodeToString(salt)
        + '$'
        + base64.encodeToString(hash);
  }

  private byte[] derive(char[] password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, rounds, HASH_BITS);
    processors.acquireUninterruptibly();
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java platform has no PBKDF2WithHmacSHA512", e);
    } finally {
      processors.release();
      spec.clearPassword();
      Arrays.fill(password, '\0');
    }
  }
}
