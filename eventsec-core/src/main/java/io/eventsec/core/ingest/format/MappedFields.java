package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a user's mapping makes of a record. */
final class MappedFields {
  private final FormatMapping.Definition definition;

  MappedFields(FormatMapping.Definition definition) {
    this.definition = definition;
  }

  /** True if the record has every field of the look, of which there is one at least. */
  boolean hasLook(NativeRecord said) {
    return !definition.look().isEmpty() && definition.look().stream().allMatch(said::has);
  }

  void write(NativeRecord said, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    out.put("event.kind", "event");
    out.put("event.dataset", definition.name());
    definition.section().apply(said, out);
    definition.time().ifPresent(field -> time(field, said, out));
    Addresses.complete(out);
    FileNames.complete(out);
    Related.complete(out);
    out.finish();
  }

  private void time(String field, NativeRecord said, EcsWriter out) {
    Object value = said.get(field);
    if (value == null) {
      return;
    }
    LogTime times = new LogTime(out.event().receivedAt(), definition.zone());
    Times.put(field, value, time(value, times), out);
  }

  private static @Nullable Instant time(Object value, LogTime times) {
    // A text without a zone is of the mapping's.
    Instant time = value instanceof String text ? times.parse(text) : null;
    return time == null ? TimeText.parse(value) : time;
  }
}
