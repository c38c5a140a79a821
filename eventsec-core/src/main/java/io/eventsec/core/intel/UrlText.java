package io.eventsec.core.intel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses of the web in one spelling. */
final class UrlText {
  private static final Map<String, String> PORTS =
      Map.of("http", "80", "https", "443", "ftp", "21");

  /** What java.net.URI takes apart only for hosts that it likes: no underscore, ASCII. */
  private static final Pattern AUTHORITY =
      Pattern.compile(
          "(?<user>[^@]*@)?(?<host>\\[[^\\]]+\\]|[^:@\\[\\]]+)(:(?<port>[0-9]{1,5})?)?");

  private UrlText() {}

  static String url(String text) {
    try {
      URI uri = new URI(text);
      return new URI(spelled(uri, text)).toASCIIString();
    } catch (URISyntaxException e) {
      throw refusal(text);
    }
  }

  private static String spelled(URI uri, String text) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    Matcher authority = AUTHORITY.matcher(or(uri.getRawAuthority(), ""));
    if (!PORTS.containsKey(scheme) || !authority.matches()) {
      throw refusal(text);
    }
    String port = or(authority.group("port"), "");
    String path = or(uri.getRawPath(), "");
    return scheme
        + "://"
        + or(authority.group("user"), "")
        + host(authority.group("host"))
        + (port.isEmpty() || port.equals(PORTS.get(scheme)) ? "" : ':' + port)
        + (path.isEmpty() ? "/" : path)
        + (uri.getRawQuery() == null ? "" : '?' + uri.getRawQuery());
  }

  private static String host(String host) {
    if (host.startsWith("[")) {
      return '[' + NetworkText.address(host.substring(1, host.length() - 1)) + ']';
    }
    return NetworkText.isAddress(host) ? NetworkText.address(host) : NameText.domain(host);
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static IllegalArgumentException refusal(String text) {
    return new IllegalArgumentException(
        "'"
            + text
            + "' is not a complete http, https or ftp address; use one like"
            + " https://host.example.org/path");
  }
}
