package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that Microsoft's web server (IIS) writes into a log of Windows instead of a file. */
final class IisLogging {
  private static final String PROVIDER = "Microsoft-Windows-IIS-Logging";

  /** Where its names are not the W3C's. */
  private static final Map<String, String> NAMES =
      Map.of(
          "csUser-Agent", "cs-user-agent",
          "csReferer", "cs-referer",
          "csCookie", "cs-cookie");

  private IisLogging() {}

  /** Sets the fields of the request, if the event is about one. */
  static void write(NativeRecord said, EcsWriter out) {
    if (!said.text("Provider_Name").filter(PROVIDER::equals).isPresent()) {
      return;
    }
    Map<String, Object> request = new LinkedHashMap<>();
    said.fields().forEach((name, value) -> request.put(NAMES.getOrDefault(name, name), value));
    request(new NativeRecord(request), out);
    out.put("event.module", "iis");
    out.put("event.dataset", "iis.access");
    WebNames.write(out);
  }

  /** Sets the fields of a request that has the W3C's names. */
  static void request(NativeRecord said, EcsWriter out) {
    Map<String, Object> request = new LinkedHashMap<>();
    said.fields()
        .forEach(
            (name, value) -> {
              if (!value.equals("-")) {
                request.put(name, value);
              }
            });
    request.computeIfPresent("sc-status", (name, status) -> Numbers.whole(status));
    request.computeIfPresent("cs-user-agent", (name, agent) -> agent.toString().replace('+', ' '));
    NativeRecord named = new NativeRecord(request);
    WebRequest.write(named, out);
    out.put("event.action", "http_request");
    named.text("cs-method").ifPresent(method -> out.put("http.request.method", method));
    named.text("s-ip").ifPresent(server -> out.put("destination.ip", IpText.canonical(server)));
    named
        .text("s-port")
        .ifPresent(port -> out.put("destination.port", Conversion.PORT.convert(port)));
    String query = named.text("cs-uri-query").map(text -> "?" + text).orElse("");
    UrlFields.set(
        out,
        named.text("cs-host").orElse(""),
        named.text("cs-uri-stem").map(path -> path + query).orElse(""),
        80);
    WebNames.write(out);
  }
}
