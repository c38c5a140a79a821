package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;

/** JSON records of a user's mapping. */
final class MappedJson implements EventFormat {
  private final FormatMapping.Definition definition;
  private final MappedFields fields;

  MappedJson(FormatMapping.Definition definition) {
    this.definition = definition;
    this.fields = new MappedFields(definition);
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public String version() {
    return definition.version();
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return fields.hasLook(nativeRecord);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    fields.write(nativeRecord, event);
  }
}
