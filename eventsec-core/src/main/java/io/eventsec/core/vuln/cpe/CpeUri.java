package io.eventsec.core.vuln.cpe;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The URI of CPE 2.2, unbound as NISTIR 7695, section 6.1.3 says. */
final class CpeUri {
  private static final int PLAIN = 7;

  private CpeUri() {}

  /** The values of what stands behind {@code cpe:/}. */
  static List<CpeValue> values(String text) {
    List<CpeValue> values =
        new ArrayList<>(Collections.nCopies(CpeAttribute.values().length, CpeValue.ANY));
    String[] parts = text.split(":", -1);
    if (parts.length > PLAIN) {
      throw CpeName.wrong("cpe:/" + text, "a URI has at most " + PLAIN + " parts");
    }
    for (int i = 0; i < parts.length; i++) {
      if (i == CpeAttribute.EDITION.ordinal() && parts[i].startsWith("~")) {
        packed(text, parts[i], values);
      } else {
        values.set(i, value(text, parts[i]));
      }
    }
    return values;
  }

  /** {@code ~edition~sw_edition~target_sw~target_hw~other}. */
  private static void packed(String text, String part, List<CpeValue> values) {
    String[] packed = part.split("~", -1);
    CpeAttribute[] attributes = {
      CpeAttribute.EDITION,
      CpeAttribute.SW_EDITION,
      CpeAttribute.TARGET_SW,
      CpeAttribute.TARGET_HW,
      CpeAttribute.OTHER
    };
    for (int i = 1; i < packed.length && i <= attributes.length; i++) {
      values.set(attributes[i - 1].ordinal(), value(text, packed[i]));
    }
  }

  private static CpeValue value(String text, String part) {
    if (part.isEmpty()) {
      return CpeValue.ANY;
    }
    if (part.equals("-")) {
      return CpeValue.NA;
    }
    StringBuilder formatted = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c == '%') {
        c = decoded(text, part, i);
        i += 2;
        if (c == 1 || c == 2) {
          formatted.append(c == 1 ? '?' : '*');
          continue;
        }
      }
      if (!Character.isLetterOrDigit(c) && c != '_' && c != '.') {
        formatted.append('\\');
      }
      formatted.append(c);
    }
    return CpeValue.formatted(formatted.toString().toLowerCase(Locale.ROOT));
  }

  private static char decoded(String text, String part, int at) {
    int high = at + 2 <= part.length() - 1 ? Character.digit(part.charAt(at + 1), 16) : -1;
    int low = at + 2 <= part.length() - 1 ? Character.digit(part.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw CpeName.wrong("cpe:/" + text, "two hexadecimal digits follow each %");
    }
    return (char) (high * 16 + low);
  }
}
