package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of names as certificates have them, {@code CN=host,O=Example\, Inc.,C=DE}. */
final class DistinguishedNames {
  private static final int MAX_PARTS = 20;

  private static final Map<String, String> FIELDS =
      Map.of(
          "cn", "common_name",
          "c", "country",
          "l", "locality",
          "o", "organization",
          "ou", "organizational_unit",
          "st", "state_or_province",
          "s", "state_or_province");

  private DistinguishedNames() {}

  /** Sets the fields below {@code role} to what the name in the other field says. */
  static void write(EcsWriter out, String role, String field) {
    out.text(field)
        .ifPresent(
            name -> parts(name).forEach((part, values) -> out.put(role + '.' + part, values)));
  }

  private static Map<String, List<String>> parts(String name) {
    Map<String, List<String>> parts = new LinkedHashMap<>();
    StringBuilder part = new StringBuilder();
    int count = 0;
    for (int i = 0; i <= name.length() && count < MAX_PARTS; i++) {
      char c = i < name.length() ? name.charAt(i) : ',';
      if (c == '\\' && i + 1 < name.length()) {
        part.append(name.charAt(++i));
      } else if (c == ',') {
        part(part.toString().strip(), parts);
        part.setLength(0);
        count++;
      } else {
        part.append(c);
      }
    }
    return parts;
  }

  private static void part(String text, Map<String, List<String>> parts) {
    int equal = text.indexOf('=');
    String field = FIELDS.get(text.substring(0, Math.max(0, equal)).toLowerCase(Locale.ROOT));
    if (field != null && equal + 1 < text.length()) {
      parts.computeIfAbsent(field, name -> new ArrayList<>()).add(text.substring(equal + 1));
    }
  }
}
