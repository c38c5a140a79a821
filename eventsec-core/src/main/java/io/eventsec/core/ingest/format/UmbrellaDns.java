package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Cisco Umbrella exports of questions to its name servers, values in quotes. */
final class UmbrellaDns extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("umbrella.table");

  private static final List<String> NAMES =
      List.of(
          "timestamp",
          "identity",
          "identities",
          "internalIp",
          "externalIp",
          "action",
          "queryType",
          "responseCode",
          "domain",
          "categories",
          "identityType",
          "identityTypes",
          "blockedCategories");

  private static final int TIME_END = 20;
  private static final int MOST = 32;

  UmbrellaDns(ZoneId zone) {
    super("cisco-umbrella-dns", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    boolean mayBe =
        line.startsWith("\"2")
            && line.startsWith("\",\"", TIME_END)
            && LogTime.end(line, 1) == TIME_END;
    List<String> values = mayBe ? CsvLine.of(line, ',', MOST) : List.of();
    boolean isOne =
        values.size() > 8
            && (values.get(5).equals("Allowed") || values.get(5).equals("Blocked"))
            && values.get(6).endsWith(")");
    if (!isOne) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    CsvLine.name(NAMES, values, fields);
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    // Its times are UTC's, whatever the zone of others.
    DeviceTime.set("timestamp", said.text("timestamp").orElse("") + "Z", out, times);
    Verdict.write(out, said.text("action"));
    String type = said.text("queryType").orElse("");
    int start = type.indexOf('(');
    out.put("dns.question.type", type.substring(start + 1, Math.max(start + 1, type.length() - 1)));
    String domain = said.text("domain").orElse("");
    boolean isRooted = domain.length() > 1 && domain.endsWith(".");
    out.put("dns.question.name", isRooted ? domain.substring(0, domain.length() - 1) : domain);
  }
}
