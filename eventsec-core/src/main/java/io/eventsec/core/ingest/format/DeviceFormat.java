package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.List;

/** A network or security product's log: a table, and what a table cannot say. */
abstract class DeviceFormat implements EventFormat {
  private final String name;
  private final FieldTable table;
  private final ZoneId zone;

  DeviceFormat(String name, FieldTable table, ZoneId zone) {
    this.name = name;
    this.table = table;
    this.zone = zone;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    TableSection section = section(nativeRecord);
    section.apply(nativeRecord, out);
    DeviceTime.set(nativeRecord, out, times, section.times());
    more(nativeRecord, out, times);
    DeviceFields.complete(out);
    out.finish();
  }

  private TableSection section(NativeRecord said) {
    for (String kind : kinds(said)) {
      if (table.sections().containsKey(kind)) {
        return table.sections().get(kind);
      }
    }
    return table.common();
  }

  /** The table's sections that may be about the record, the narrowest first. */
  List<String> kinds(NativeRecord said) {
    return List.of();
  }

  /** Sets the time, if the table does not say which fields hold it, and what it cannot say. */
  abstract void more(NativeRecord said, EcsWriter out, LogTime times);
}
