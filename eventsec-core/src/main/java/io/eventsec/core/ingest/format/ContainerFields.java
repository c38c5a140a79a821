package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.NativeRecord;

/** A line of a container, whichever runtime wrote it down. */
final class ContainerFields {
  private ContainerFields() {}

  static void write(NativeRecord said, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    Times.set(said, "time", out);
    out.put("event.kind", "event");
    out.put("event.dataset", "container.log");
    out.put("message", said.text("log").map(String::stripTrailing).orElse(null));
    out.finish();
  }
}
