package io.eventsec.core.vuln.range;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Versions within the text of a range: what means something there is percent-encoded. */
final class VersText {
  private static final String ENCODED = "%|<>=!*,/ #?@&;\"'`{}[]\\^";

  private VersText() {}

  static String of(Constraint constraint) {
    String sign = constraint.comparator() == Comparator.EQUAL ? "" : constraint.comparator().sign();
    return sign + encoded(constraint.version().text());
  }

  private static String encoded(String version) {
    StringBuilder text = new StringBuilder(version.length());
    for (byte b : version.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean kept = c > ' ' && c < 0x7f && ENCODED.indexOf(c) < 0;
      if (kept) {
        text.append(c);
      } else {
        text.append(String.format("%%%02X", (int) c));
      }
    }
    return text.toString();
  }

  /** The version that is meant; a percent sign without two hexadecimal digits is an error. */
  static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw VersRange.wrong(text, "invalid percent-encoding in version");
    }
  }
}
