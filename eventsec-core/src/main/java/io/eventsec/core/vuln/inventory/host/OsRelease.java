package io.eventsec.core.vuln.inventory.host;

import java.util.HashMap;
import java.util.Map;

/**
 * What {@code /etc/os-release} says (os-release(5)).
 *
 * @param id {@code debian}; {@code linux} if the file does not say
 * @param versionId {@code 12}; empty if there is none, as for rolling distributions
 * @param codename {@code bookworm}; empty if there is none
 * @param prettyName for people; may be empty
 */
public record OsRelease(String id, String versionId, String codename, String prettyName) {

  /** Reads the file; lines that are no assignments are passed over. */
  public static OsRelease parse(String text) {
    Map<String, String> values = new HashMap<>();
    for (String line : text.split("\n")) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        values.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
      }
    }
    return new OsRelease(
        values.getOrDefault("ID", "linux"),
        values.getOrDefault("VERSION_ID", ""),
        values.getOrDefault("VERSION_CODENAME", ""),
        values.getOrDefault("PRETTY_NAME", ""));
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() >= 2
            && (value.startsWith("\"") && value.endsWith("\"")
                || value.startsWith("'") && value.endsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * {@code debian-12}, as package URLs name it. Of a release that has no number yet the name says
   * which it is: Debian's testing.
   */
  public String release() {
    String version = versionId.isEmpty() ? codename : versionId;
    return version.isEmpty() ? id : id + '-' + version;
  }
}
