package io.eventsec.core.ingest.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hexadecimal digits as ECS writes them. */
final class Hex {
  private static final int MAC_DIGITS = 12;

  private Hex() {}

  /** {@code 00-00-5E-00-53-23}; null if it is no MAC address. Cisco's devices write dots. */
  static @Nullable String mac(String text) {
    String digits = digits(text.replace('.', ':'));
    if (digits == null || digits.length() != MAC_DIGITS) {
      return null;
    }
    StringBuilder mac = new StringBuilder(MAC_DIGITS + 5);
    for (int i = 0; i < MAC_DIGITS; i += 2) {
      mac.append(i == 0 ? "" : "-").append(digits, i, i + 2);
    }
    return mac.toString();
  }

  /** Upper case without separators; null if it is not hexadecimal. */
  static @Nullable String fingerprint(String text) {
    String digits = digits(text);
    return digits == null || digits.isEmpty() ? null : digits;
  }

  private static @Nullable String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && Character.digit(c, 16) >= 0) {
        digits.append(c);
      } else if (c != ':' && c != '-') {
        return null;
      }
    }
    return digits.toString().toUpperCase(Locale.ROOT);
  }
}
