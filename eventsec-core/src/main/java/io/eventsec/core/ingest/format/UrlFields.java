package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Optional;

/** The parts of what an HTTP client asked for (RFC 9112, section 3.2). */
final class UrlFields {
  private static final int MAX_EXTENSION = 16;
  private static final String SCHEME_END = "://";

  private UrlFields() {}

  /**
   * Sets the {@code url.*} fields.
   *
   * @param host the host the client named, with or without a port; empty if it named none
   * @param target the request target; empty if there is none
   * @param port the server's port where the host says none
   */
  static void set(EcsWriter out, String host, String target, long port) {
    if (!target.isEmpty()) {
      out.put("url.original", target);
    }
    long ownPort = host(out, host, port);
    if (target.startsWith("/")) {
      path(out, target);
      out.text("url.domain")
          .ifPresent(
              domain -> out.put("url.full", "http://" + domain + portSuffix(ownPort) + target));
    } else if (target.contains(SCHEME_END)) {
      out.put("url.full", target);
      int start = target.indexOf(SCHEME_END) + SCHEME_END.length();
      int end = authorityEnd(target, start);
      if (host.isEmpty()) {
        scheme(out, target.substring(0, start - SCHEME_END.length()));
        host(out, target.substring(start, end), port);
      }
      int path = target.indexOf('/', start);
      path(out, path < 0 ? "/" : target.substring(path));
    }
  }

  /** Where the host and its port end that start there. */
  static int authorityEnd(String target, int start) {
    int end = start;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static void scheme(EcsWriter out, String scheme) {
    boolean isOne = !scheme.isEmpty() && scheme.chars().allMatch(Character::isLetterOrDigit);
    if (isOne) {
      out.putIfAbsent("url.scheme", scheme.toLowerCase(Locale.ROOT));
    }
  }

  private static String portSuffix(long port) {
    return port == 80 ? "" : ":" + port;
  }

  private static long host(EcsWriter out, String host, long port) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']');
    Long own = hasPort ? Numbers.whole(host.substring(colon + 1)) : null;
    String name = own == null ? host : host.substring(0, colon);
    if (!name.isEmpty()) {
      out.put("url.domain", name.toLowerCase(Locale.ROOT));
    }
    boolean usable = own != null && own > 0 && own <= 65_535;
    long chosen = usable ? own : port;
    if (usable || port != 80) {
      out.put("url.port", chosen);
    }
    return chosen;
  }

  private static void path(EcsWriter out, String target) {
    int hash = target.indexOf('#');
    if (hash >= 0) {
      out.put("url.fragment", target.substring(hash + 1));
    }
    String rest = hash < 0 ? target : target.substring(0, hash);
    int question = rest.indexOf('?');
    if (question >= 0) {
      out.put("url.query", rest.substring(question + 1));
    }
    String path = question < 0 ? rest : rest.substring(0, question);
    out.put("url.path", path);
    extension(path.substring(path.lastIndexOf('/') + 1))
        .ifPresent(extension -> out.put("url.extension", extension));
  }

  /** What follows the last dot of a file name, in lower case. */
  static Optional<String> extension(String name) {
    int dot = name.lastIndexOf('.');
    int length = name.length() - dot - 1;
    return dot <= 0 || length == 0 || length > MAX_EXTENSION
        ? Optional.empty()
        : Optional.of(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
