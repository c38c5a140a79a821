package io.eventsec.core.intel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Addresses of the web in one spelling. */
final class UrlText {
  private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443, "ftp", 21);

  private UrlText() {}

  static String url(String text) {
    URI uri = parsed(text).orElseThrow(() -> refusal(text));
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    Integer port = PORTS.get(scheme);
    String host = uri.getHost();
    if (port == null || host == null || host.isEmpty()) {
      throw refusal(text);
    }
    StringBuilder url = new StringBuilder(scheme).append("://");
    if (uri.getRawUserInfo() != null) {
      url.append(uri.getRawUserInfo()).append('@');
    }
    url.append(host(host, text));
    if (uri.getPort() >= 0 && uri.getPort() != port) {
      url.append(':').append(uri.getPort());
    }
    String path = uri.getRawPath();
    url.append(path == null || path.isEmpty() ? "/" : path);
    if (uri.getRawQuery() != null) {
      url.append('?').append(uri.getRawQuery());
    }
    return url.toString();
  }

  private static String host(String host, String text) {
    if (host.startsWith("[")) {
      return '[' + NetworkText.address(host.substring(1, host.length() - 1)) + ']';
    }
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.indexOf('.') < 0) {
      throw refusal(text);
    }
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static Optional<URI> parsed(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not a complete http, https or ftp address; use one like"
            + " https://host.example.org/path, with what is not ASCII as %-escapes");
  }
}
