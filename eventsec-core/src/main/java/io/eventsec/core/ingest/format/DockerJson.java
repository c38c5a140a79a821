package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.util.Optional;

/**
 * Lines of Docker's {@code json-file} driver ({@code {"log":"text","stream":"stdout","time":...}}):
 * what the container wrote is decoded by its own format. Stateless and thread-safe.
 */
public final class DockerJson implements EventFormat {

  /** A format without state. */
  public DockerJson() {}

  @Override
  public String name() {
    return "docker-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.get("log") instanceof String
        && nativeRecord.has("stream")
        && nativeRecord.has("time");
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return nativeRecord.text("log");
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    ContainerFields.write(nativeRecord, event);
  }
}
