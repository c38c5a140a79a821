package io.eventsec.core.ingest.format;

import java.util.Map;

/**
 * A distinguished name, {@code CN=a.example,O=Acme\\, Inc.,C=NO}: the names of its parts to ECS'.
 */
final class DistinguishedName {
  private static final Map<String, String> PARTS =
      Map.of(
          "CN", ".common_name",
          "O", ".organization",
          "OU", ".organizational_unit",
          "L", ".locality",
          "ST", ".state_or_province",
          "C", ".country");
  private static final int LONGEST_NAME = 2;

  private DistinguishedName() {}

  /** Sets the parts below a field, such as {@code tls.server.x509.subject}, of a text if any. */
  static void write(String field, String name, EcsWriter out) {
    int start = 0;
    while (start < name.length()) {
      int end = end(name, start);
      int sign = name.indexOf('=', start);
      if (sign > start && sign < end && sign - start <= LONGEST_NAME) {
        String part = PARTS.get(name.substring(start, sign));
        String value = name.substring(sign + 1, end).replace("\\,", ",");
        if (part != null && !value.isEmpty()) {
          out.putIfAbsent(field + part, value);
        }
      }
      start = end + 1;
    }
  }

  /** The next comma that no backslash stands before. */
  private static int end(String name, int start) {
    int comma = name.indexOf(',', start);
    while (comma > 0 && name.charAt(comma - 1) == '\\') {
      comma = name.indexOf(',', comma + 1);
    }
    return comma < 0 ? name.length() : comma;
  }
}
