package io.eventsec.core.ingest.format;

import java.util.List;

/** The parts of a request to a web server under the names that Sigma rules have for them. */
final class WebNames {
  /** Those of the W3C's extended log format, by field of ECS. */
  private static final List<Name> NAMES =
      List.of(
          new Name("source.ip", "c-ip"),
          new Name("http.request.method", "cs-method"),
          new Name("url.original", "cs-uri"),
          new Name("url.path", "cs-uri-stem"),
          new Name("url.query", "cs-uri-query"),
          new Name("url.domain", "cs-host"),
          new Name("http.request.referrer", "cs-referer"),
          new Name("user_agent.original", "cs-user-agent"),
          new Name("http.response.status_code", "sc-status"),
          new Name("http.response.body.bytes", "sc-bytes"));

  private record Name(String field, String written) {}

  private WebNames() {}

  /** Sets them, if the event is about a request. */
  static void write(EcsWriter out) {
    if (out.get("url.original") != null) {
      NAMES.forEach(name -> out.event().nativeField(name.written(), out.get(name.field())));
    }
  }
}
