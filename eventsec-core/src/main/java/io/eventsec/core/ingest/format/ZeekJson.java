package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Zeek's logs as JSON lines. The log is told by {@code _path} where the line has it, else by the
 * fields that only that log has; {@code event.dataset} is {@code zeek.} and the log's name, for a
 * filtered or renamed log such as {@code conn-internal} that of the log it was made from. Stateless
 * and thread-safe.
 */
public final class ZeekJson implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("zeek-json.table", "zeek-json-further.table");

  private static final List<String> FLAGS = List.of("AA", "RA", "RD", "TC");
  private static final Map<String, String> FILE_TYPES =
      Map.of(
          "SMB::FILE_DELETE",
          "deletion",
          "SMB::FILE_RENAME",
          "change",
          "SMB::FILE_WRITE",
          "change");

  /** A format without state. */
  public ZeekJson() {}

  @Override
  public String name() {
    return "zeek-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.get("_path") instanceof String
        || nativeRecord.has("ts") && TABLE.kindOf(nativeRecord).isPresent();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    String log = logOf(nativeRecord);
    Times.set(nativeRecord, nativeRecord.has("ts") ? "ts" : "t", out);
    out.put("event.dataset", Datasets.name("zeek", log));
    TABLE.section(log).orElse(TABLE.common()).apply(nativeRecord, out);
    special(log, nativeRecord, out);
    Outcomes.ofZeek(nativeRecord).ifPresent(outcome -> out.put("event.outcome", outcome));
    FileNames.complete(out);
    Related.complete(out);
    out.finish();
  }

  private static String logOf(NativeRecord decoded) {
    String path = decoded.text("_path").orElse("").toLowerCase(Locale.ROOT);
    if (path.isEmpty()) {
      return TABLE.kindOf(decoded).orElse("");
    }
    if (TABLE.section(path).isPresent()) {
      return path;
    }
    String stem = path.split("[-.]", 2)[0];
    return TABLE.section(stem).isPresent() && !stem.equals(FieldTable.COMMON) ? stem : path;
  }

  private static void special(String log, NativeRecord decoded, EcsWriter out) {
    switch (log) {
      case "conn" -> conn(decoded, out);
      case "dns" -> dns(decoded, out);
      case "http" ->
          UrlFields.set(
              out,
              decoded.text("host").orElse(""),
              decoded.text("uri").orElse(""),
              decoded.get("id.resp_p") instanceof Long port ? port : 80);
      case "kerberos" -> kerberos(decoded, out);
      case "smb_files" -> smbFile(decoded, out);
      case "intel" -> IndicatorFields.write(decoded, out);
      case "x509" -> {
        DistinguishedNames.write(out, "file.x509.subject", "file.x509.subject.distinguished_name");
        DistinguishedNames.write(out, "file.x509.issuer", "file.x509.issuer.distinguished_name");
      }
      case "ssl" -> {
        DistinguishedNames.write(out, "tls.server.x509.subject", "tls.server.subject");
        DistinguishedNames.write(out, "tls.server.x509.issuer", "tls.server.issuer");
        DistinguishedNames.write(out, "tls.client.x509.subject", "tls.client.subject");
        DistinguishedNames.write(out, "tls.client.x509.issuer", "tls.client.issuer");
      }
      default -> {
        // the table says it all
      }
    }
  }

  private static void conn(NativeRecord decoded, EcsWriter out) {
    Traffic.set(
        out,
        new Traffic.Counters(
            decoded.get(decoded.has("orig_ip_bytes") ? "orig_ip_bytes" : "orig_bytes"),
            decoded.get(decoded.has("resp_ip_bytes") ? "resp_ip_bytes" : "resp_bytes"),
            decoded.get("orig_pkts"),
            decoded.get("resp_pkts")));
    if (decoded.get("local_orig") instanceof Boolean from
        && decoded.get("local_resp") instanceof Boolean to) {
      String outward = to ? "internal" : "outbound";
      String inward = to ? "inbound" : "external";
      out.put("network.direction", from ? outward : inward);
    }
  }

  private static void dns(NativeRecord decoded, EcsWriter out) {
    boolean answered = decoded.has("rcode") || decoded.has("answers") || decoded.has("rcode_name");
    out.put("dns.type", answered ? "answer" : "query");
    out.put(
        "dns.header_flags",
        FLAGS.stream().filter(flag -> Boolean.TRUE.equals(decoded.get(flag))).toList());
  }

  /** A client is {@code name/REALM}. */
  private static void kerberos(NativeRecord decoded, EcsWriter out) {
    String client = decoded.text("client").orElse("");
    int slash = client.lastIndexOf('/');
    String user = slash < 0 ? client : client.substring(0, slash);
    String realm = slash < 0 ? "" : client.substring(slash + 1);
    out.put("user.name", user.isEmpty() ? null : user);
    out.put("user.domain", realm.isEmpty() ? null : realm);
  }

  private static void smbFile(NativeRecord decoded, EcsWriter out) {
    String action = decoded.text("action").orElse("");
    out.put(
        "event.type", List.of("connection", "protocol", FILE_TYPES.getOrDefault(action, "info")));
    List<String> parts = new ArrayList<>();
    decoded.text("path").ifPresent(parts::add);
    decoded.text("name").ifPresent(parts::add);
    out.put("file.path", parts.isEmpty() ? null : String.join("\\", parts));
  }
}
