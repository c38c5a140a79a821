package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The services of {@link ServiceLog} where they write {@code key=value} pairs: Grafana and Authelia
 * whole lines of them, Keycloak a head like other programs in Java. Stateless and thread-safe.
 */
public final class ServicePairs implements TextFormat {
  /** One of these stands in every such line; looked for before the line is taken apart. */
  private static final String[] MARKS = {"level=", "realmId="};

  private static final int LONGEST = 16_384;

  private static final MessageTemplate HEAD =
      MessageTemplate.parse("{time:time} {level}{ }[{logger:text}] ({thread:text}) {pairs:text}");

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public ServicePairs(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "service-pairs";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (line.length() > LONGEST || !hasMark(line)) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    HEAD.match(line).ifPresent(fields::putAll);
    Object pairs = fields.remove("pairs");
    KeyValues.of(pairs == null ? line : pairs.toString()).forEach(fields::putIfAbsent);
    NativeRecord found = new NativeRecord(fields);
    return ServiceLog.kind(found).isPresent() ? Optional.of(found) : Optional.empty();
  }

  private static boolean hasMark(String line) {
    for (String mark : MARKS) {
      if (line.contains(mark)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    ServiceLog.write(nativeRecord, out, new LogTime(event.receivedAt(), zone));
    out.finish();
  }
}
