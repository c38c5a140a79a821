package io.eventsec.core.ingest.format;

import java.util.Map;

/** The parts of a request to a web server under the names that Sigma rules have for them. */
final class WebNames {
  /** Those of the W3C's extended log format, by field of ECS. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("source.ip", "c-ip"),
          Map.entry("http.request.method", "cs-method"),
          Map.entry("url.original", "cs-uri"),
          Map.entry("url.path", "cs-uri-stem"),
          Map.entry("url.query", "cs-uri-query"),
          Map.entry("url.domain", "cs-host"),
          Map.entry("http.request.referrer", "cs-referer"),
          Map.entry("user_agent.original", "cs-user-agent"),
          Map.entry("http.response.status_code", "sc-status"),
          Map.entry("http.response.body.bytes", "sc-bytes"));

  private WebNames() {}

  /** Sets them, if the event is about a request. */
  static void write(EcsWriter out) {
    if (out.get("url.original") != null) {
      NAMES.forEach((field, name) -> out.event().nativeField(name, out.get(field)));
    }
  }
}
