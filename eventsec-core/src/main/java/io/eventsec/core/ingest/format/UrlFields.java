package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Optional;

/** The parts of what an HTTP client asked for (RFC 9112, section 3.2). */
final class UrlFields {
  private static final int MAX_EXTENSION = 16;
  private static final String SCHEME_END = "://";
  private static final String URL = "url.";

  /** No port is written for it, unless it is said. */
  private static final long USUAL_PORT = 80;

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
    long ownPort = host(out, URL, host, port);
    if (target.startsWith("/")) {
      path(out, URL, target);
      out.text("url.domain")
          .ifPresent(
              domain -> out.put("url.full", "http://" + domain + portSuffix(ownPort) + target));
    } else if (target.contains(SCHEME_END)) {
      out.put("url.full", target);
      int start = target.indexOf(SCHEME_END) + SCHEME_END.length();
      int end = authorityEnd(target, start);
      if (host.isEmpty()) {
        scheme(out, URL, target.substring(0, start - SCHEME_END.length()));
        host(out, URL, target.substring(start, end), port);
      }
      int path = target.indexOf('/', start);
      path(out, URL, path < 0 ? "/" : target.substring(path));
    }
  }

  /**
   * Sets the fields of a URL that is not what a client asked for.
   *
   * @param prefix of the fields, with a dot at its end
   * @param url with a scheme
   */
  static void absolute(EcsWriter out, String prefix, String url) {
    out.put(prefix + "full", url);
    out.put(prefix + "original", url);
    int start = url.indexOf(SCHEME_END) + SCHEME_END.length();
    int end = authorityEnd(url, start);
    scheme(out, prefix, url.substring(0, start - SCHEME_END.length()));
    host(out, prefix, url.substring(start, end), USUAL_PORT);
    path(out, prefix, url.substring(end));
  }

  /** Where the host and its port end that start there. */
  static int authorityEnd(String target, int start) {
    int end = start;
    while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static void scheme(EcsWriter out, String prefix, String scheme) {
    boolean isOne = !scheme.isEmpty() && scheme.chars().allMatch(Character::isLetterOrDigit);
    if (isOne) {
      out.putIfAbsent(prefix + "scheme", scheme.toLowerCase(Locale.ROOT));
    }
  }

  private static String portSuffix(long port) {
    return port == USUAL_PORT ? "" : ":" + port;
  }

  private static long host(EcsWriter out, String prefix, String host, long port) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon > 0 && (host.indexOf(':') == colon || host.charAt(colon - 1) == ']');
    Long own = hasPort ? Numbers.whole(host.substring(colon + 1)) : null;
    String name = own == null ? host : host.substring(0, colon);
    if (!name.isEmpty()) {
      out.put(prefix + "domain", name.toLowerCase(Locale.ROOT));
    }
    boolean usable = own != null && own > 0 && own <= 65_535;
    long chosen = usable ? own : port;
    if (usable || port != USUAL_PORT) {
      out.put(prefix + "port", chosen);
    }
    return chosen;
  }

  private static void path(EcsWriter out, String prefix, String target) {
    int hash = target.indexOf('#');
    if (hash >= 0) {
      out.put(prefix + "fragment", target.substring(hash + 1));
    }
    String rest = hash < 0 ? target : target.substring(0, hash);
    int question = rest.indexOf('?');
    if (question >= 0) {
      out.put(prefix + "query", rest.substring(question + 1));
    }
    String path = question < 0 ? rest : rest.substring(0, question);
    if (!path.isEmpty()) {
      out.put(prefix + "path", path);
    }
    extension(path.substring(path.lastIndexOf('/') + 1))
        .ifPresent(extension -> out.put(prefix + "extension", extension));
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
