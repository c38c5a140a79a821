package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * ArcSight's Common Event Format, versions 0 and 1: a head of seven parts between bars, and pairs
 * under the names of CEF's dictionary, which are the native ones here. A custom field is known by
 * its label too. Stateless and thread-safe.
 */
public final class Cef implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("cef.table");

  private static final String MARK = "CEF:";
  private static final String[] HEAD = {
    "deviceVendor", "deviceProduct", "deviceVersion", "deviceEventClassId", "name", "severity"
  };

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the devices' clocks stand that write no zone
   */
  public Cef(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "cef";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    BarredHead head = new BarredHead(line, MARK.length());
    Optional<String> version = head.next();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    fields.put("cefVersion", version.get());
    for (String name : HEAD) {
      Optional<String> part = head.next();
      part.filter(text -> !text.isEmpty()).ifPresent(text -> fields.put(name, text));
    }
    CefExtension.read(head.rest(), fields);
    return Optional.of(new NativeRecord(fields));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    CefTimes.write(nativeRecord, out, times);
    out.put("event.module", "cef");
    out.put("event.dataset", "cef.log");
    TABLE
        .kindOf(nativeRecord)
        .flatMap(TABLE::section)
        .orElse(TABLE.common())
        .apply(nativeRecord, out);
    Accounts.complete(out);
    // What sent the line is what observed.
    out.putIfAbsent("observer.hostname", out.get("host.hostname"));
    CefSeverity.write(nativeRecord, out);
    Outcomes.ofText(nativeRecord.text("outcome")).ifPresent(o -> out.put("event.outcome", o));
    Addresses.complete(out);
    url(nativeRecord, out);
    FileNames.complete(out);
    Related.complete(out);
    out.finish();
  }

  private static void url(NativeRecord said, EcsWriter out) {
    said.text("request").ifPresent(target -> UrlFields.set(out, "", target, 80));
  }
}
