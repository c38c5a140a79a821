package io.eventsec.core.ingest.audit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts that the audit system writes in hexadecimal, since they could break a line. */
final class AuditText {
  private AuditText() {}

  static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * The bytes that a value spells; null if it spells none. Small letters are no such spelling: the
   * kernel writes capitals, and a name that an old program left bare may be {@code abba}.
   */
  static byte @Nullable [] bytes(String value) {
    if (value.isEmpty() || value.length() % 2 != 0) {
      return null;
    }
    byte[] bytes = new byte[value.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      int high = digit(value.charAt(2 * i));
      int low = digit(value.charAt(2 * i + 1));
      if (high < 0 || low < 0) {
        return null;
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  /** The text that a value spells, or the value itself if it spells none. */
  static String decoded(String value) {
    byte[] bytes = bytes(value);
    return bytes == null ? value : text(bytes);
  }

  /**
   * Bytes as text: what ends words becomes a blank, since stores cannot keep it; bytes that are no
   * UTF-8 are one character each.
   */
  static String text(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }
    return text.replace('\0', ' ');
  }
}
