package io.eventsec.persistence.secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a secret in it and nothing else. */
public final class SecretFile {
  private static final int LONGEST = 4096;

  private SecretFile() {}

  /**
   * The secret: one line of at most 4096 bytes of UTF-8. The line's end is no part of it, all other
   * characters are.
   *
   * @throws UnusableSecretException if the file cannot be read or holds something else
   */
  public static String read(Path file) throws UnusableSecretException {
    String secret = withoutLineEnd(text(bytes(file)));
    if (secret.isBlank()) {
      throw new UnusableSecretException("is empty");
    }
    if (secret.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
      throw new UnusableSecretException("holds more than one line, or a NUL");
    }
    return secret;
  }

  private static byte[] bytes(Path file) throws UnusableSecretException {
    if (!Files.isRegularFile(file)) {
      throw new UnusableSecretException("is not a file that is there");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new UnusableSecretException("holds more than " + LONGEST + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UnusableSecretException("cannot be read: " + e.getClass().getSimpleName());
    }
  }

  private static String text(byte[] bytes) throws UnusableSecretException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableSecretException("is not text in UTF-8");
    }
  }

  private static String withoutLineEnd(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
