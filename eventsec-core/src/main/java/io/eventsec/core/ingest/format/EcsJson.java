package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What log shippers send (Elastic's Beats and Agent, Fluent Bit, Logstash): fields under ECS names,
 * or a line they have read and where from. The line is decoded by its own format. Stateless and
 * thread-safe.
 */
public final class EcsJson implements EventFormat {
  private static final List<String> LINES = List.of("message", "log", "event.original");

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the clocks stand that write no zone
   */
  public EcsJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "ecs-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.has("@timestamp")
        && (nativeRecord.has("ecs.version")
            || nativeRecord.has("event.kind")
            || nativeRecord.has("event.dataset")
            || LINES.stream().anyMatch(name -> nativeRecord.get(name) instanceof String));
  }

  /** Nothing of what somebody has taken apart already. */
  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    if (nativeRecord.has("event.category")) {
      return Optional.empty();
    }
    return LINES.stream()
        .filter(name -> nativeRecord.get(name) instanceof String)
        .findFirst()
        .flatMap(nativeRecord::text);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    GenericFields.write(nativeRecord, event, zone);
  }
}
