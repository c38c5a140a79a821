package io.eventsec.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file is, told from what is in it: the SHA-256 over its inflated bytes as they were when it
 * was first seen. All of them, because logs that begin alike are common (every Zeek log in TSV has
 * the same first line), and two files taken for one would be events lost.
 *
 * <p>A file that has grown since is recognised by whoever kept its identity and length: its first
 * {@code length} bytes still give the same digest.
 *
 * @param key 32 hexadecimal digits, the first half of the digest
 * @param length how many inflated bytes it is of
 */
public record ContentIdentity(String key, long length) {
  private static final int BUFFER = 1 << 16;
  private static final int KEY_BYTES = 16;

  /** Reads at most {@code limit} bytes; fewer if there are no more. The stream is not closed. */
  static ContentIdentity of(InputStream content, long limit) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    long length = 0;
    while (length < limit) {
      int read = content.read(buffer, 0, (int) Math.min(buffer.length, limit - length));
      if (read < 0) {
        break;
      }
      if (read > 0) {
        digest.update(buffer, 0, read);
        length += read;
      }
    }
    String key = HexFormat.of().formatHex(digest.digest(), 0, KEY_BYTES);
    return new ContentIdentity(key, length);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
