package io.eventsec.search;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Events as a Suricata sends them: flows, names asked for, requests, now and then an alert. */
final class EveLines {
  private static final String COMMON =
      "{\"timestamp\":\"%s\",\"flow_id\":%d,\"in_iface\":\"eth0\",\"event_type\":\"%s\","
          + "\"src_ip\":\"10.1.%d.%d\",\"src_port\":%d,\"dest_ip\":\"198.51.100.%d\","
          + "\"dest_port\":%d,\"proto\":\"%s\",\"pkt_src\":\"wire/pcap\",%s}";

  private EveLines() {}

  /** That many decoded events, those of a number always the same. */
  static List<Event> events(Tenant tenant, String key, int count) {
    String lines =
        IntStream.range(0, count).mapToObj(EveLines::line).collect(Collectors.joining("\n"));
    RawBatch batch =
        new RawBatch(
            new EventOrigin(tenant, "suricata", key, 0),
            key,
            RawBatch.AUTO,
            Instant.parse("2026-11-24T00:00:00Z"),
            lines.getBytes(StandardCharsets.UTF_8),
            count);
    return EventDecoder.standard().decode(batch).events();
  }

  private static String line(int n) {
    Instant time = Instant.parse("2026-11-23T00:00:00Z").plusMillis(n);
    String stamp =
        time.toString().replaceAll("(\\.\\d{3})?Z$", "") + ".%03d000+0000".formatted(n % 1_000);
    return switch (n % 10) {
      case 0, 1, 2, 3 -> common(stamp, n, "flow", 443, flow(n));
      case 4, 5, 6 -> common(stamp, n, "dns", 53, dns(n));
      case 7, 8 -> common(stamp, n, "http", 80, http(n));
      default -> common(stamp, n, "alert", 80, alert(n));
    };
  }

  private static String common(String time, int n, String type, int port, String more) {
    return COMMON.formatted(
        time,
        1_000_000_000L + n * 7_919L,
        type,
        n % 8,
        n % 250,
        1_024 + n % 60_000,
        n % 200,
        port,
        port == 53 ? "UDP" : "TCP",
        more);
  }

  private static String flow(int n) {
    return "\"app_proto\":\"tls\",\"flow\":{\"pkts_toserver\":%d,\"pkts_toclient\":%d,"
            .formatted(n % 90, n % 70)
        + "\"bytes_toserver\":%d,\"bytes_toclient\":%d,".formatted(n % 9_000, n * 3L)
        + "\"start\":\"2026-11-23T00:00:00.000000+0000\",\"end\":\"2026-11-23T00:00:01.000000+0000\","
        + "\"age\":1,\"state\":\"closed\",\"reason\":\"timeout\",\"alerted\":false},"
        + "\"tcp\":{\"tcp_flags\":\"1b\",\"tcp_flags_ts\":\"1b\",\"tcp_flags_tc\":\"1b\",\"syn\":true,"
        + "\"fin\":true,\"psh\":true,\"ack\":true,\"state\":\"closed\"}";
  }

  private static String dns(int n) {
    return "\"dns\":{\"type\":\"query\",\"id\":%d,\"rrname\":\"host-%d.example.net\","
            .formatted(n % 65_536, n % 5_000)
        + "\"rrtype\":\"A\",\"tx_id\":0,\"opcode\":0}";
  }

  private static String http(int n) {
    return "\"tx_id\":0,\"http\":{\"hostname\":\"www-%d.example.com\",\"url\":\"/page/%d?session=%d\","
            .formatted(n % 300, n % 4_000, n)
        + "\"http_user_agent\":\"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101\","
        + "\"http_content_type\":\"text/html\",\"http_method\":\"GET\",\"protocol\":\"HTTP/1.1\","
        + "\"status\":200,\"length\":%d}".formatted(n % 40_000);
  }

  private static String alert(int n) {
    return "\"tx_id\":0,\"alert\":{\"action\":\"allowed\",\"gid\":1,\"signature_id\":%d,\"rev\":3,"
            .formatted(2_000_000 + n % 400)
        + "\"signature\":\"EXAMPLE Suspicious request number %d\",\"category\":\"Misc activity\","
            .formatted(n % 400)
        + "\"severity\":%d},\"app_proto\":\"http\",\"direction\":\"to_server\","
            .formatted(1 + n % 3)
        + "\"payload_printable\":\"GET /page/%d HTTP/1.1 Host: www.example.com\"".formatted(n);
  }
}
