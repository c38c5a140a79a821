package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Zscaler's web gateway by its Nanolog feed: pairs between tabs behind a time. */
final class Zscaler extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("zscaler.table");

  private static final int HEAD = 200;
  private static final String NONE = "None";

  Zscaler(ZoneId zone) {
    super("zscaler", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean isOne =
        DeviceText.startsNear(line, "\t", HEAD)
            && DeviceText.startsNear(line, "=", HEAD)
            && (line.contains("vendor=Zscaler") || line.contains("product=NSS"));
    if (!isOne) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    int end = LogTime.end(line, 0);
    if (end > 0) {
      fields.put("time", line.substring(0, end));
    }
    SeparatedPairs.read(line.substring(end).strip(), "\t", '=', fields);
    fields.values().removeIf(NONE::equals);
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time", "datetime");
    Verdict.write(out, said.text("action"));
    String scheme =
        said.text("protocol").filter(p -> p.equals("HTTPS")).isPresent() ? "https" : "http";
    said.text("url").ifPresent(url -> DeviceUrl.set(out, scheme, "", url));
    if (said.has("threatname")) {
      out.put("event.kind", "alert");
    }
  }
}
