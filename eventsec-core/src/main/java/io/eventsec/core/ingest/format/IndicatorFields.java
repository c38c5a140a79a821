package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an indicator is, told by its text, which vendors name in many ways: {@code
 * threat.indicator.type} in ECS' words, and the field that holds an indicator of this type.
 */
final class IndicatorFields {
  private static final String NAME = "threat.indicator.name";
  private static final String TYPE = "threat.indicator.type";
  private static final String URL = "threat.indicator.url.";
  private static final int MAX_VALUES = 20;

  private IndicatorFields() {}

  /** Writes what follows from the pattern of STIX, else from the name, of an indicator. */
  static void write(NativeRecord said, EcsWriter out) {
    Optional<String> name = out.text(NAME);
    List<String> values =
        name.isPresent() ? values(said.text("pattern").orElse("")) : List.<String>of();
    values.forEach(value -> one(value, out));
    if (values.isEmpty()) {
      name.ifPresent(text -> one(text, out));
    }
  }

  /** What the comparisons of a pattern compare with: text in quotes behind an equals sign. */
  private static List<String> values(String pattern) {
    List<String> values = new ArrayList<>();
    int sign = pattern.indexOf('=');
    while (sign >= 0 && values.size() < MAX_VALUES) {
      int quote = sign + 1;
      while (quote < pattern.length() && pattern.charAt(quote) == ' ') {
        quote++;
      }
      int end = sign;
      if (quote < pattern.length() && pattern.charAt(quote) == '\'') {
        int closing = pattern.indexOf('\'', quote + 1);
        end = closing < 0 ? pattern.length() : closing;
        values.add(pattern.substring(quote + 1, end));
      }
      sign = pattern.indexOf('=', end + 1);
    }
    return values;
  }

  private static void one(String value, EcsWriter out) {
    String ip = IpText.ofAddress(value);
    String hash = HashText.algorithm(value);
    if (ip != null) {
      out.putIfAbsent(TYPE, ip.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr");
      out.put("threat.indicator.ip", ip);
    } else if (value.contains("://")) {
      out.putIfAbsent(TYPE, "url");
      url(value, out);
    } else if (hash != null) {
      out.putIfAbsent(TYPE, "file");
      out.put("threat.indicator.file.hash." + hash, value.toLowerCase(Locale.ROOT));
    } else if (value.indexOf('@') > 0) {
      out.putIfAbsent(TYPE, "email-addr");
      out.put("threat.indicator.email.address", value);
    } else if (isDomain(value)) {
      out.putIfAbsent(TYPE, "domain-name");
      out.put(URL + "domain", value);
    }
  }

  private static void url(String url, EcsWriter out) {
    int scheme = url.indexOf("://");
    int host = scheme + 3;
    int path = UrlFields.authorityEnd(url, host);
    int port = url.lastIndexOf(':', path);
    boolean hasPort = port >= host && Numbers.whole(url.substring(port + 1, path)) != null;
    out.put(URL + "full", url);
    out.put(URL + "original", url);
    out.put(URL + "scheme", url.substring(0, scheme).toLowerCase(Locale.ROOT));
    out.put(URL + "domain", url.substring(host, hasPort ? port : path).toLowerCase(Locale.ROOT));
    if (hasPort) {
      out.put(URL + "port", Conversion.PORT.convert(url.substring(port + 1, path)));
    }
    path(url.substring(path), out);
  }

  private static void path(String rest, EcsWriter out) {
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    if (question >= 0) {
      out.put(URL + "query", rest.substring(question + 1));
    }
    if (!path.isEmpty()) {
      out.put(URL + "path", path);
      UrlFields.extension(path.substring(path.lastIndexOf('/') + 1))
          .ifPresent(extension -> out.put(URL + "extension", extension));
    }
  }

  private static boolean isDomain(String value) {
    int dot = value.lastIndexOf('.');
    return dot > 0
        && dot + 2 < value.length()
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0);
  }
}
