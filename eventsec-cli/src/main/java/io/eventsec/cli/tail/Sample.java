package io.eventsec.cli.tail;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What some bytes in a row are known by again.
 *
 * @param length how many, at most {@link #MOST}
 * @param digest half of their SHA-256, in hexadecimal digits
 */
public record Sample(int length, String digest) {
  /** The most bytes that a sample is of. */
  public static final int MOST = 1024;

  /** Of no bytes: fits everywhere. */
  public static final Sample NONE = of(new byte[0]);

  private static final int DIGEST_BYTES = 16;

  /** Of all of these. */
  public static Sample of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Of some of these. */
  public static Sample of(byte[] bytes, int offset, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, offset, length);
      return new Sample(length, HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** Of at most {@code length} bytes of a content from a place on; of fewer if it has no more. */
  public static Sample of(Content content, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    int size = 0;
    int read = content.read(from, bytes, 0, length);
    while (read > 0) {
      size += read;
      read = size < length ? content.read(from + size, bytes, size, length - size) : 0;
    }
    return of(bytes, 0, size);
  }

  /** True if a content has these bytes before that place. */
  public boolean isBefore(Content content, long end) throws IOException {
    return length == 0 || end >= length && of(content, end - length, length).equals(this);
  }
}
