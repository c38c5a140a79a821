package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Squid's own access log: {@code 1795767330.123 120 192.0.2.1 TCP_MISS/200 1024 GET
 * http://example.org/ ada HIER_DIRECT/198.51.100.7 text/html}. Native names are the W3C's.
 */
final class Squid extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("squid.table");

  private static final int WORDS = 10;
  private static final int SECONDS = 10;

  Squid(ZoneId zone) {
    super("squid", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean mayBe =
        line.length() > SECONDS + 4
            && line.charAt(SECONDS) == '.'
            && LogTime.end(line, 0) == SECONDS + 4
            && line.charAt(SECONDS + 4) == ' ';
    if (!mayBe) {
      return Optional.empty();
    }
    String[] words = line.split(" +", WORDS + 1);
    String[] result = words.length < WORDS ? new String[0] : words[3].split("/", 2);
    if (result.length != 2 || Numbers.whole(result[1]) == null) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    put("time", words[0], fields);
    put("time-taken", words[1], fields);
    put("c-ip", words[2], fields);
    put("s-action", result[0], fields);
    put("sc-status", result[1], fields);
    put("sc-bytes", words[4], fields);
    put("cs-method", words[5], fields);
    put("c-uri", words[6], fields);
    put("cs-username", words[7], fields);
    String[] server = words[8].split("/", 2);
    put("s-hierarchy", server[0], fields);
    put("r-ip", server.length > 1 ? server[1] : "-", fields);
    put("rs-content-type", words[9], fields);
    return Optional.of(new NativeRecord(fields));
  }

  private static void put(String name, String value, Map<String, Object> fields) {
    if (!value.equals("-") && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    DeviceFields.duration(said, "time-taken", 1_000_000L, out);
    boolean tunnels = said.text("cs-method").filter("CONNECT"::equals).isPresent();
    said.text("c-uri").ifPresent(uri -> DeviceUrl.set(out, tunnels ? "https" : "http", "", uri));
    boolean denied = said.text("s-action").filter(action -> action.contains("DENIED")).isPresent();
    Verdict.write(out, Optional.of(denied ? "deny" : "allow"));
  }
}
