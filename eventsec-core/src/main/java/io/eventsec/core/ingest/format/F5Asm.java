package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * F5 BIG-IP's web application firewall: {@code ASM:unit_hostname="b1",ip_client="192.0.2.1",...}.
 */
final class F5Asm extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("f5-bigip.table");

  private static final String NOTHING = "N/A";
  private static final int HEAD = 2_000;

  F5Asm(ZoneId zone) {
    super("f5-bigip", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean isOne =
        (line.startsWith("ASM:") || line.startsWith("unit_hostname=\""))
            && DeviceText.startsNear(line, "=\"", HEAD);
    String text = line.startsWith("ASM:") ? line.substring(4).strip() : line;
    if (!isOne) {
      return Optional.empty();
    }
    Map<String, Object> pairs = KeyValues.of(text, ',');
    pairs.values().removeIf(NOTHING::equals);
    return Optional.of(new NativeRecord(pairs));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "date_time");
    String scheme = said.text("protocol").filter("HTTPS"::equals).isPresent() ? "https" : "http";
    said.text("uri")
        .ifPresent(
            path -> {
              String query = said.text("query_string").orElse("");
              String target = query.isEmpty() ? path : path + '?' + query;
              DeviceUrl.set(out, scheme, said.text("host").orElse(""), target);
            });
    boolean attack = said.text("violations").or(() -> said.text("attack_type")).isPresent();
    out.put("event.kind", attack ? "alert" : "event");
    out.put("event.category", attack ? List.of("web", "intrusion_detection") : "web");
    Verdict.write(out, said.text("request_status"));
  }
}
