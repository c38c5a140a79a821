package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.template.MessageTemplate;
import io.eventsec.core.internal.JarText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands where in a line of PAN-OS. */
final class PanOsColumns {
  private static final Map<String, List<String>> BY_TYPE = read();

  /** With the detail of a change there are two values more. */
  private static final String DETAILED = "CONFIG+";

  private static final int SEQUENCE = 7;
  private static final List<MessageTemplate> LOGINS =
      List.of(
          MessageTemplate.parse("...for user '{user.name:text}'...From: {source.ip:ip}..."),
          MessageTemplate.parse("...for user '{user.name:text}'..."));

  private PanOsColumns() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> columns = new HashMap<>();
    for (String line : JarText.read(PanOsColumns.class, "panos-columns.txt").lines().toList()) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("#") && colon > 0) {
        columns.put(line.substring(0, colon), List.of(line.substring(colon + 2).split(",")));
      }
    }
    return columns;
  }

  static boolean knows(String type) {
    return BY_TYPE.containsKey(type);
  }

  /** The names of the values behind the head. */
  static List<String> of(String type, List<String> values) {
    boolean isShort =
        values.size() > SEQUENCE + 1
            && Numbers.whole(values.get(SEQUENCE)) != null
            && values.get(SEQUENCE + 1).startsWith("0x");
    return BY_TYPE.getOrDefault(type.equals("CONFIG") && !isShort ? DETAILED : type, List.of());
  }

  /** A list in braces is one value, which PAN-OS does not quote. */
  static String withoutBraces(String line) {
    if (line.indexOf('{') < 0) {
      return line;
    }
    StringBuilder plain = new StringBuilder(line.length());
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '{' ? 1 : c == '}' && depth > 0 ? -1 : 0;
      plain.append(c == ',' && depth > 0 && !quoted ? ';' : c);
    }
    return depth == 0 ? plain.toString() : line;
  }

  /** Who logged in at the firewall itself, which its message tells. */
  static void authenticated(NativeRecord said, EcsWriter out) {
    String message = said.text("opaque").orElse("");
    for (MessageTemplate template : LOGINS) {
      Optional<Map<String, String>> found = template.match(message);
      if (found.isPresent()) {
        out.put("user.name", found.get().get("user.name"));
        String ip = found.get().get("source.ip");
        out.put("source.ip", ip == null ? null : IpText.canonical(ip));
        return;
      }
    }
  }
}
