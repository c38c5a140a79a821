package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Any JSON object, with what its names tell to those who know none of its format; a text in {@code
 * message} or {@code log} is decoded by its own format if it has one. Not one of the standard
 * formats, since it takes whatever comes. Stateless and thread-safe.
 */
public final class GenericJson implements EventFormat {
  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public GenericJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "generic-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return !nativeRecord.fields().isEmpty();
  }

  @Override
  public boolean takesAnything() {
    return true;
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return LogJson.line(nativeRecord);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    GenericFields.write(nativeRecord, event, zone);
  }
}
