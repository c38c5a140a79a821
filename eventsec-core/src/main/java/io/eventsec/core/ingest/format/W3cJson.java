package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Requests that a web server or proxy has logged in the W3C's extended format, as lines of JSON
 * under the names of its {@code #Fields}: {@link io.eventsec.core.ingest.ZeekTsv} makes those.
 * Times are UTC's, as the format wants it. Stateless and thread-safe.
 */
public final class W3cJson implements EventFormat {
  private static final String IIS = "Internet Information Services";
  private static final Map<String, String> NAMES =
      Map.of(
          "cs(User-Agent)", "cs-user-agent",
          "cs(Referer)", "cs-referer",
          "cs(Cookie)", "cs-cookie",
          "X-Forwarded-For", "x-forwarded-for",
          "cs(X-Forwarded-For)", "x-forwarded-for",
          "s-supplier-ip", "s-ip",
          "r-ip", "s-ip");

  /** A format without state. */
  public W3cJson() {}

  @Override
  public String name() {
    return "w3c-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.has("c-ip")
        && (nativeRecord.has("cs-method") || nativeRecord.has("cs-uri-stem"));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    out.put("event.kind", "event");
    NativeRecord said = named(nativeRecord);
    if (said.has("time")) {
      String date = said.text("date").map(day -> day + 'T').orElse("");
      LogTime times = new LogTime(event.receivedAt(), ZoneOffset.UTC);
      DeviceTime.set("time", date + said.text("time").orElse(""), out, times);
    }
    boolean isIis = isIis(said);
    IisLogging.request(said, out);
    out.put("event.module", isIis ? "iis" : "w3c");
    out.put("event.dataset", isIis ? "iis.access" : "w3c.access");
    more(said, out);
    DeviceFields.addresses(out);
    Related.complete(out);
    out.finish();
  }

  /** By what its header says, or by the columns that only it has. */
  private static boolean isIis(NativeRecord said) {
    return said.text("software").filter(text -> text.contains(IIS)).isPresent()
        || said.has("sc-win32-status")
        || said.has("sc-substatus");
  }

  private static NativeRecord named(NativeRecord said) {
    Map<String, Object> fields = new LinkedHashMap<>();
    said.fields()
        .forEach((name, value) -> fields.putIfAbsent(NAMES.getOrDefault(name, name), value));
    return new NativeRecord(fields);
  }

  private static void more(NativeRecord said, EcsWriter out) {
    said.text("time-taken")
        .ifPresent(
            taken -> {
              Conversion unit = taken.contains(".") ? Conversion.UNITS : Conversion.MILLIS;
              String written = unit == Conversion.UNITS ? taken + 's' : taken;
              out.convert(new Mapping("event.duration", "time-taken", unit, 0, 0), written);
            });
    count("sc-bytes", "http.response.bytes", said, out);
    count("cs-bytes", "http.request.bytes", said, out);
    said.text("s-computername").ifPresent(host -> out.put("host.name", host));
    said.text("cs-version")
        .ifPresent(version -> out.put("http.version", Conversion.HTTP_VERSION.convert(version)));
  }

  private static void count(String name, String field, NativeRecord said, EcsWriter out) {
    said.text(name)
        .ifPresent(
            written -> out.convert(new Mapping(field, name, Conversion.COUNT, 0, 0), written));
  }
}
