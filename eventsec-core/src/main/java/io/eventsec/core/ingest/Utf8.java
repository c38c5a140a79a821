package io.eventsec.core.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8 (RFC 3629) at the speed of the lenient kind. */
final class Utf8 {
  private static final char REPLACEMENT = '\uFFFD';

  private Utf8() {}

  /** True if the text, made of those bytes leniently, is what they say. */
  static boolean isWellFormed(String text, ByteBuffer bytes) {
    if (text.indexOf(REPLACEMENT) < 0) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes);
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
