package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import java.util.List;

/** The times of CEF's dictionary, in milliseconds or as text. */
final class CefTimes {
  private static final List<String> HAPPENED =
      List.of("rt", "start", "end", "deviceReceiptTime", "deviceCustomDate1");

  private CefTimes() {}

  static void write(NativeRecord said, EcsWriter out, LogTime times) {
    for (String field : HAPPENED) {
      if (!said.has(field)) {
        continue;
      }
      Instant time = times.parse(said.text(field).orElse(""));
      if (time == null) {
        out.problem(field, said.text(field).orElse(""), Conversion.TIME);
      } else if (!out.event().hasTime() || field.equals("rt")) {
        out.event().time(time);
      }
    }
    span("start", "event.start", said, out, times);
    span("end", "event.end", said, out, times);
  }

  private static void span(
      String field, String ecs, NativeRecord said, EcsWriter out, LogTime times) {
    said.text(field).map(times::parse).ifPresent(time -> out.put(ecs, time.toString()));
  }
}
