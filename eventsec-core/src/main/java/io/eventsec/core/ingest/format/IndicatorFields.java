package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an indicator is, told by its text, which vendors name in many ways: {@code
 * threat.indicator.type} in ECS' words, and the field that holds an indicator of this type.
 */
final class IndicatorFields {
  private static final String NAME = "threat.indicator.name";
  private static final String TYPE = "threat.indicator.type";
  private static final String URL = "threat.indicator.url.";
  private static final int MAX_VALUES = 20;

  /** Ends of files' names that are no top-level domains. */
  private static final Set<String> NO_DOMAINS =
      Set.of(
          "bat", "bin", "cmd", "dll", "doc", "docm", "docx", "dylib", "exe", "hta", "iso", "jar",
          "js", "jse", "lnk", "msi", "pdf", "ps1", "rtf", "scr", "sys", "vbe", "vbs", "wsf", "xls",
          "xlsm", "xlsx");

  private IndicatorFields() {}

  /** Writes what follows from the pattern of STIX, else from the name, of an indicator. */
  static void write(NativeRecord said, EcsWriter out) {
    Optional<String> name = out.text(NAME);
    List<String> values =
        name.isPresent() ? values(said.text("pattern").orElse("")) : List.<String>of();
    values.forEach(value -> byText(value, out));
    if (values.isEmpty()) {
      name.ifPresent(text -> byText(text, out));
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

  private static void byText(String value, EcsWriter out) {
    String ip = IpText.ofAddress(value);
    String hash = HashText.algorithm(value);
    if (ip != null) {
      address(ip, out);
    } else if (value.contains("://")) {
      url(value, out);
    } else if (hash != null) {
      hash(hash, value, out);
    } else if (value.indexOf('@') > 0) {
      email(value, out);
    } else if (isName(value)) {
      boolean file = UrlFields.extension(value).filter(NO_DOMAINS::contains).isPresent();
      if (file) {
        fileName(value, out);
      } else {
        domain(value, out);
      }
    }
  }

  private static void address(String ip, EcsWriter out) {
    out.putIfAbsent(TYPE, addressType(ip));
    out.put("threat.indicator.ip", ip);
  }

  private static String addressType(String ip) {
    return ip.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr";
  }

  private static void url(String url, EcsWriter out) {
    out.putIfAbsent(TYPE, "url");
    UrlFields.absolute(out, URL, url);
  }

  private static void hash(String algorithm, String value, EcsWriter out) {
    out.putIfAbsent(TYPE, "file");
    out.put(
        "threat.indicator.file.hash." + algorithm.toLowerCase(Locale.ROOT),
        value.toLowerCase(Locale.ROOT));
  }

  private static void email(String address, EcsWriter out) {
    out.putIfAbsent(TYPE, "email-addr");
    out.put("threat.indicator.email.address", address);
  }

  private static void fileName(String name, EcsWriter out) {
    out.putIfAbsent(TYPE, "file");
    out.put("threat.indicator.file.name", name);
  }

  private static void domain(String name, EcsWriter out) {
    out.putIfAbsent(TYPE, "domain-name");
    out.put(URL + "domain", name);
  }

  private static boolean isName(String value) {
    int dot = value.lastIndexOf('.');
    return dot > 0
        && dot + 2 < value.length()
        && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0);
  }
}
