package io.eventsec.core.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Zeek's escapes: {@code \xNN} is a byte, {@code \\} a backslash. Text is one character for each
 * byte until it is {@link #decoded}.
 */
final class ZeekTsvText {
  private ZeekTsvText() {}

  /** The text as it was before it was escaped, still one character for each byte. */
  static String bytes(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder plain = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      int code = hexByte(escaped, i);
      if (code >= 0) {
        plain.append((char) code);
        i += 4;
      } else {
        plain.append(escaped.charAt(i));
        i += escaped.startsWith("\\\\", i) ? 2 : 1;
      }
    }
    return plain.toString();
  }

  /** The byte that an escape at that place says; -1 if there is none. */
  private static int hexByte(String text, int i) {
    if (!text.startsWith("\\x", i) || i + 4 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(i + 2), 16);
    int low = Character.digit(text.charAt(i + 3), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  /**
   * The text that was meant: escapes undone, bytes read as UTF-8. Where they are none, what is not
   * ASCII is spelt {@code \xNN}, as Zeek's own JSON does.
   */
  static String decoded(String escaped) {
    String bytes = bytes(escaped);
    if (isAscii(bytes)) {
      return bytes;
    }
    byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(raw, StandardCharsets.UTF_8);
    return Utf8.isWellFormed(text, ByteBuffer.wrap(raw)) ? text : spelt(bytes);
  }

  private static boolean isAscii(String bytes) {
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String spelt(String bytes) {
    StringBuilder text = new StringBuilder(bytes.length() * 2);
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c > 0x7F) {
        text.append("\\x").append(Integer.toHexString(c).toLowerCase(Locale.ROOT));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }
}
