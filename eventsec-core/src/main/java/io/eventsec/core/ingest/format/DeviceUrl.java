package io.eventsec.core.ingest.format;

/** The address of a page, as proxies and filters write it. */
final class DeviceUrl {
  private static final String SCHEME_END = "://";

  private DeviceUrl() {}

  /**
   * Sets the {@code url.*} fields of a whole address or of a path.
   *
   * @param scheme where the text has none
   * @param host where the text is a path; may be empty
   */
  static void set(EcsWriter out, String scheme, String host, String text) {
    if (text.startsWith("/")) {
      set(out, host.isEmpty() ? text : scheme + SCHEME_END + host + text);
    } else {
      set(out, text.contains(SCHEME_END) ? text : scheme + SCHEME_END + text);
    }
    out.put("url.original", text);
  }

  /** Sets the fields of an address that begins with its host. */
  static void setWithoutScheme(EcsWriter out, String text) {
    int end = UrlFields.authorityEnd(text, 0);
    String rest = text.substring(end);
    UrlFields.set(out, text.substring(0, end), rest.startsWith("/") ? rest : "/" + rest, 80);
    out.put("url.original", text);
  }

  /** Sets the fields of a whole address. */
  static void set(EcsWriter out, String whole) {
    int schemeEnd = whole.indexOf(SCHEME_END);
    if (schemeEnd <= 0) {
      UrlFields.set(out, "", whole, 80);
      return;
    }
    String scheme = whole.substring(0, schemeEnd);
    int start = schemeEnd + SCHEME_END.length();
    int end = UrlFields.authorityEnd(whole, start);
    out.put("url.scheme", scheme);
    UrlFields.set(out, whole.substring(start, end), whole, 80);
  }
}
