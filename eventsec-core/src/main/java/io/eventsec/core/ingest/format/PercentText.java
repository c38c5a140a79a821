package io.eventsec.core.ingest.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text with percent-encoding (RFC 3986, section 2.1). */
final class PercentText {
  private static final int RADIX = 16;

  private PercentText() {}

  /** The text that is meant; a percent sign without two hexadecimal digits behind it stays. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    int at = 0;
    while (at < text.length()) {
      int octet = text.charAt(at) == '%' ? octet(text, at + 1) : -1;
      int end = octet < 0 ? text.offsetByCodePoints(at, 1) : at + 3;
      if (octet < 0) {
        bytes.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
      } else {
        bytes.write(octet);
      }
      at = end;
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int octet(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), RADIX);
    int low = Character.digit(text.charAt(at + 1), RADIX);
    return high < 0 || low < 0 ? -1 : high * RADIX + low;
  }
}
