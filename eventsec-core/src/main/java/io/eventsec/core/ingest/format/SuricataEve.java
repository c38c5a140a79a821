package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Suricata's EVE JSON, versions 5 to 8: every event type has time, endpoints, protocol and what ECS
 * has a name for; {@code event.dataset} is {@code suricata.} and the event type. Stateless and
 * thread-safe.
 */
public final class SuricataEve implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("suricata-eve.table");

  private static final Map<String, String> HEADER_FLAGS =
      Map.of("aa", "AA", "tc", "TC", "rd", "RD", "ra", "RA", "ad", "AD", "cd", "CD");
  private static final Map<String, String> DNS_TYPES =
      Map.of("request", "query", "response", "answer");
  private static final List<String> LOOKS = List.of("flow_id", "src_ip", "pcap_cnt", "in_iface");

  /** A format without state. */
  public SuricataEve() {}

  @Override
  public String name() {
    return "suricata-eve";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.get("event_type") instanceof String type
        && (LOOKS.stream().anyMatch(nativeRecord::has) || saysMore(nativeRecord, type));
  }

  /** Others have event types and timestamps too, but not an object that is named after the type. */
  private static boolean saysMore(NativeRecord said, String type) {
    String prefix = type.toLowerCase(Locale.ROOT) + '.';
    return said.has("timestamp")
        && (TABLE.section(type).isPresent()
            || said.fields().keySet().stream().anyMatch(field -> field.startsWith(prefix)));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    String type = nativeRecord.text("event_type").orElse("").toLowerCase(Locale.ROOT);
    Times.set(nativeRecord, "timestamp", out);
    out.put("event.dataset", Datasets.name("suricata", type));
    TABLE.section(type).orElse(TABLE.common()).apply(nativeRecord, out);
    traffic(nativeRecord, out);
    dns(nativeRecord, out);
    http(nativeRecord, out);
    alert(type, nativeRecord, out);
    Outcomes.ofSuricata(nativeRecord).ifPresent(outcome -> out.put("event.outcome", outcome));
    FileNames.complete(out);
    Related.complete(out);
    out.finish();
  }

  private static void alert(String type, NativeRecord decoded, EcsWriter out) {
    if (type.equals("alert")) {
      boolean blocked = decoded.text("alert.action").filter("blocked"::equals).isPresent();
      out.put("event.type", List.of("info", blocked ? "denied" : "allowed"));
    }
  }

  /** The counters belong to the flow; a packet on its way to the client has the ends swapped. */
  private static void traffic(NativeRecord decoded, EcsWriter out) {
    boolean answers = decoded.text("direction").filter("to_client"::equals).isPresent();
    Traffic.set(
        out,
        new Traffic.Counters(
            decoded.get(answers ? "flow.bytes_toclient" : "flow.bytes_toserver"),
            decoded.get(answers ? "flow.bytes_toserver" : "flow.bytes_toclient"),
            decoded.get(answers ? "flow.pkts_toclient" : "flow.pkts_toserver"),
            decoded.get(answers ? "flow.pkts_toserver" : "flow.pkts_toclient")));
    if (decoded.has("netflow.bytes")) {
      Traffic.set(
          out,
          new Traffic.Counters(
              decoded.get("netflow.bytes"), null, decoded.get("netflow.pkts"), null));
    }
  }

  private static void dns(NativeRecord decoded, EcsWriter out) {
    if (out.get("dns.question.name") == null && out.get("dns.type") == null) {
      return;
    }
    out.text("dns.type")
        .map(type -> DNS_TYPES.getOrDefault(type, type))
        .ifPresent(type -> out.put("dns.type", type));
    List<String> flags =
        HEADER_FLAGS.keySet().stream()
            .filter(flag -> isTrue(decoded, "dns." + flag) || isTrue(decoded, "dns.answer." + flag))
            .map(HEADER_FLAGS::get)
            .sorted()
            .toList();
    out.put("dns.header_flags", flags);
  }

  private static boolean isTrue(NativeRecord decoded, String field) {
    return Boolean.TRUE.equals(decoded.get(field));
  }

  private static void http(NativeRecord decoded, EcsWriter out) {
    Optional<String> target = decoded.text("http.url");
    Optional<String> host = decoded.text("http.hostname");
    if (target.isPresent() || host.isPresent()) {
      Object port = decoded.get("http.http_port");
      UrlFields.set(out, host.orElse(""), target.orElse(""), port instanceof Long n ? n : 80);
    }
  }
}
