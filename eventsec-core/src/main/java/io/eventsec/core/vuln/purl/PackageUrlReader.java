package io.eventsec.core.vuln.purl;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes a package URL apart from right to left, as the specification says. */
final class PackageUrlReader {
  private PackageUrlReader() {}

  /** Reads what stands behind {@code pkg:}. */
  static PackageUrl read(String text) {
    String rest = text;
    String subpath = "";
    int hash = rest.lastIndexOf('#');
    if (hash >= 0) {
      subpath = decodedPath(rest.substring(hash + 1));
      rest = rest.substring(0, hash);
    }
    Map<String, String> qualifiers = Map.of();
    int question = rest.lastIndexOf('?');
    if (question >= 0) {
      qualifiers = qualifiers(rest.substring(question + 1));
      rest = rest.substring(0, question);
    }
    rest = rest.replaceFirst("^/+", "").replaceFirst("/+$", "");
    int slash = rest.indexOf('/');
    if (slash < 0) {
      throw PackageUrl.wrong("no type or no name in '" + text + "'", "write pkg:type/name@version");
    }
    String type = rest.substring(0, slash);
    return path(type, rest.substring(slash + 1), qualifiers, subpath);
  }

  private static PackageUrl path(
      String type, String path, Map<String, String> qualifiers, String subpath) {
    String rest = path;
    String version = "";
    int at = rest.lastIndexOf('@');
    // A scope of npm begins with one: @babel/core.
    if (at >= 0 && !isScope(rest, at)) {
      version = Percent.decoded(rest.substring(at + 1));
      rest = rest.substring(0, at);
    }
    if (rest.endsWith("/")) {
      throw PackageUrl.wrong("no name in '" + path + "'", "every package has one");
    }
    int slash = rest.lastIndexOf('/');
    return new PackageUrl(
        type.toLowerCase(Locale.ROOT),
        slash < 0 ? "" : decodedPath(rest.substring(0, slash)),
        Percent.decoded(rest.substring(slash + 1)),
        version,
        qualifiers,
        subpath);
  }

  private static boolean isScope(String path, int at) {
    return (at == 0 || path.charAt(at - 1) == '/') && path.indexOf('/', at) > 0;
  }

  private static String decodedPath(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(Percent::decoded)
        .collect(Collectors.joining("/"));
  }

  private static Map<String, String> qualifiers(String text) {
    Map<String, String> qualifiers = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String key = pair.substring(0, equals);
        if (qualifiers.put(key, Percent.decoded(pair.substring(equals + 1))) != null) {
          throw PackageUrl.wrong("the qualifier '" + key + "' twice", "each once");
        }
      } else if (!pair.isEmpty()) {
        throw PackageUrl.wrong("the qualifier '" + pair + "'", "write key=value");
      }
    }
    return qualifiers;
  }
}
