package io.eventsec.core.vuln.purl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as package URLs have it: letters, digits and {@code . - _ ~ :} stay. */
final class Percent {
  private static final String KEPT = ".-_~:";
  private static final String HEX = "0123456789ABCDEF";

  private Percent() {}

  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return encoded.toString();
  }

  /** The same of each segment of a path. */
  static String encodedPath(String path) {
    return encoded(path).replace("%2F", "/");
  }

  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] != '%') {
        bytes.write(encoded[i]);
        continue;
      }
      if (i + 2 >= encoded.length || digit(encoded[i + 1]) < 0 || digit(encoded[i + 2]) < 0) {
        throw PackageUrl.wrong(
            "a % that no two hexadecimal digits follow in '" + text + "'", "write %25 for it");
      }
      bytes.write(digit(encoded[i + 1]) << 4 | digit(encoded[i + 2]));
      i += 2;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte b) {
    return Character.digit(b, 16);
  }
}
