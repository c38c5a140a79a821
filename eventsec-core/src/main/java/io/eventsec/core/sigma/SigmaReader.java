package io.eventsec.core.sigma;

import io.eventsec.core.sigma.internal.DocumentParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads Sigma rules from YAML. */
public final class SigmaReader {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final char REPLACEMENT = '\ufffd';

  private SigmaReader() {}

  /**
   * Reads every document of the text. Never throws for what the text holds: what is wrong becomes a
   * problem with its place and cure, and the sound rules beside it are read. Limits: 4 Mi
   * characters, 50 aliases, 32 levels, 50,000 nodes a document.
   *
   * @param name what to call the text in problems, usually the file's name
   * @param yaml one or more YAML documents
   */
  public static SigmaDocument read(String name, String yaml) {
    return DocumentParser.parse(name, yaml);
  }

  /**
   * Reads a stream of UTF-8 to its end, as {@link #read(String, String)} does a text. More than 4
   * MiB, or what is not UTF-8, is a problem; of a longer stream no more is read than that. The
   * stream is left open.
   *
   * @param name what to call the text in problems
   * @throws IOException if the stream can't be read
   */
  public static SigmaDocument read(String name, InputStream yaml) throws IOException {
    byte[] bytes = yaml.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      return problem(
          name, "The text is larger than " + MAX_BYTES + " bytes", "Split it into several files");
    }
    try {
      return read(name, decoded(bytes));
    } catch (CharacterCodingException e) {
      return problem(name, "The text is not UTF-8", "Save it as UTF-8");
    }
  }

  /** The quick way puts that character where something is no UTF-8; the slow one says so. */
  private static String decoded(byte[] bytes) throws CharacterCodingException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0
        ? text
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static SigmaDocument problem(String name, String message, String cure) {
    return SigmaDocument.unreadable(new SigmaProblem(name, 0, 0, message, cure));
  }
}
