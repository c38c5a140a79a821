package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Barracuda's web application firewall in its default order: what it stopped ({@code WF}) and what
 * it let pass ({@code TR}).
 */
final class BarracudaWaf extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("barracuda-waf.table");

  private static final List<String> FIREWALL =
      List.of(
          "log_type",
          "severity",
          "attack",
          "client_ip",
          "client_port",
          "service_ip",
          "service_port",
          "rule",
          "rule_type",
          "action",
          "follow_up",
          "details",
          "method",
          "url",
          "protocol",
          "session_id",
          "user_agent",
          "proxy_ip",
          "proxy_port",
          "user",
          "referer",
          "uid");

  private static final List<String> ACCESS =
      List.of(
          "log_type",
          "service_ip",
          "service_port",
          "client_ip",
          "client_port",
          "login",
          "certificate_user",
          "method",
          "protocol",
          "host",
          "version",
          "status",
          "bytes_sent",
          "bytes_received",
          "cache_hit",
          "time_taken",
          "server_ip",
          "server_port",
          "server_time",
          "session_id",
          "response_type",
          "profile_matched",
          "protected",
          "waf_matched",
          "url",
          "query",
          "referer",
          "cookie",
          "user_agent");

  private static final int LEAST = 16;

  BarracudaWaf(ZoneId zone) {
    super("barracuda-waf", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith("WF ") && !line.startsWith("TR ")) {
      return Optional.empty();
    }
    List<String> values = LogTokens.of(line).stream().map(LogTokens.Token::text).toList();
    boolean isWall = line.startsWith("WF ");
    int place = 3;
    if (values.size() < LEAST || IpText.canonical(values.get(place)) == null) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(isWall ? FIREWALL : ACCESS, values, fields);
    fields.values().removeIf(value -> value.equals("-"));
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  List<String> kinds(NativeRecord said) {
    return List.of(said.text("log_type").orElse(""));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    Verdict.write(out, said.text("action"));
    DeviceFields.duration(said, "time_taken", 1_000_000L, out);
    String query = said.text("query").map(text -> '?' + text).orElse("");
    said.text("url")
        .ifPresent(
            url -> {
              String scheme =
                  said.text("protocol").orElse("").startsWith("HTTPS") ? "https" : "http";
              DeviceUrl.set(out, scheme, said.text("host").orElse(""), url + query);
            });
    if (out.get("http.response.status_code") instanceof Long status) {
      out.put("event.outcome", status < 400 ? "success" : "failure");
    }
  }
}
