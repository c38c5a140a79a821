package io.eventsec.core.vuln.mirror;

import io.eventsec.core.intel.ShownText;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file in the net that is copied.
 *
 * @param name of the copy without its suffix: {@code osv-debian}
 * @param uri where it is; {@code https}, or {@code http} for a mirror of one's own; without a
 *     login, which would stand in logs
 * @param suffix by which what reads it knows what it is: {@code zip}, {@code json}, {@code csv.gz}
 */
public record MirroredFeed(String name, URI uri, String suffix) {
  private static final String OSV = "osv:";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
  private static final Pattern SUFFIX = Pattern.compile("zip|(?:json|jsonl|ndjson|csv)(?:\\.gz)?");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one breaks its rule, naming it
   */
  public MirroredFeed {
    check(NAME.matcher(name).matches(), "name", name, "a-z, 0-9, dots and dashes, at most 100");
    check(
        SUFFIX.matcher(suffix).matches(), "suffix", suffix, "zip, json, jsonl or csv, .gz behind");
    String scheme = String.valueOf(uri.getScheme());
    check(
        (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null,
        "address",
        shown(uri),
        "https://host/path");
    check(uri.getUserInfo() == null, "address", shown(uri), "one without user and password");
  }

  private static void check(boolean right, String what, String value, String rule) {
    if (!right) {
      throw new IllegalArgumentException(
          "The " + what + " '" + ShownText.of(value) + "' of a feed is none: use " + rule);
    }
  }

  private static String shown(URI uri) {
    return String.valueOf(uri.getScheme()) + "://" + uri.getHost() + uri.getPath();
  }

  /** Where it is, without what stands behind the path: for people and logs. */
  public String address() {
    return shown(uri);
  }

  /** All advisories of an ecosystem of OSV, as osv.dev exports them. */
  public static MirroredFeed osv(String ecosystem) {
    String path = URLEncoder.encode(ecosystem, StandardCharsets.UTF_8).replace("+", "%20");
    return new MirroredFeed(
        "osv-" + ecosystem.toLowerCase(Locale.ROOT).replace(' ', '-').replace(':', '-'),
        URI.create("https://osv-vulnerabilities.storage.googleapis.com/" + path + "/all.zip"),
        "zip");
  }

  /** CISA's known exploited vulnerabilities. */
  public static MirroredFeed kev() {
    return new MirroredFeed(
        "kev",
        URI.create(
            "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json"),
        "json");
  }

  /** FIRST's scores of today. */
  public static MirroredFeed epss() {
    return new MirroredFeed(
        "epss",
        URI.create("https://epss.empiricalsecurity.com/epss_scores-current.csv.gz"),
        "csv.gz");
  }

  /**
   * A feed as somebody writes it down: {@code kev}, {@code epss}, {@code osv:Debian} ({@code %20}
   * for a blank), or {@code name=https://host/path/file.zip}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static MirroredFeed parse(String text) {
    if (text.equals("kev")) {
      return kev();
    }
    if (text.equals("epss")) {
      return epss();
    }
    return text.startsWith(OSV)
        ? osv(text.substring(OSV.length()).replace("%20", " "))
        : named(text);
  }

  private static MirroredFeed named(String text) {
    int equals = text.indexOf('=');
    check(equals > 0, "text", text, "kev, epss, osv:ECOSYSTEM, or name=https://host/path/file.zip");
    URI uri;
    try {
      uri = URI.create(text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + ShownText.of(text) + "' has no address: use name=https://host/path/file.zip", e);
    }
    String path = String.valueOf(uri.getPath());
    String file = path.substring(path.lastIndexOf('/') + 1);
    int dot =
        file.endsWith(".gz") ? file.lastIndexOf('.', file.length() - 4) : file.lastIndexOf('.');
    return new MirroredFeed(text.substring(0, equals), uri, file.substring(dot + 1));
  }

  /** The copy's name. */
  public String fileName() {
    return name + '.' + suffix;
  }
}
