package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What services write for machines, one JSON object a line, each told by its look: applications,
 * proxies, databases, those who sign people in. {@code event.dataset} says which. What an event
 * means is told by the fields that stand for its message, as {@link MessageTable} has it. Stateless
 * and thread-safe.
 */
public final class ServiceLog implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("services.table");

  private static final List<String> TIMES =
      List.of("t.$date", "start_time", "StartUTC", "timestamp", "time", "t", "ts", "asctime");

  /** The fields that stand for the message, by section. */
  private static final Map<String, List<String>> MESSAGES =
      Map.ofEntries(
          Map.entry("nextcloud", List.of("message")),
          Map.entry(
              "gitlab.rails",
              List.of("controller", "action", "status", "params.value.otp_attempt")),
          Map.entry("gitlab.log", List.of("message")),
          Map.entry("authentik.event", List.of("action")),
          Map.entry("teleport", List.of("event", "success")),
          Map.entry("mongodb", List.of("msg")),
          Map.entry("grafana", List.of("msg", "status", "path", "error")),
          Map.entry("authelia", List.of("msg")),
          Map.entry("vault", List.of("type", "request.operation", "request.path", "error")),
          Map.entry("kasm", List.of("message")),
          Map.entry("audiobookshelf", List.of("message")),
          Map.entry("sftpgo", List.of("sender")));

  /** Sections whose records carry what another format knows, in which field, and from whom. */
  private static final Map<String, Carrier> CARRIERS =
      Map.of(
          "caddy.log", new Carrier("msg", "logger", "http."),
          "keycloak.json", new Carrier("message", "loggerName", "org.keycloak"));

  private static final Set<String> NOTHINGS = Set.of("", "-", "--", "null", "[FILTERED]");

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public ServiceLog(ZoneId zone) {
    this.zone = zone;
  }

  private record Carrier(String content, String writer, String start) {}

  @Override
  public String name() {
    return "service-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return kind(nativeRecord).isPresent();
  }

  static Optional<String> kind(NativeRecord said) {
    return TABLE
        .kindOf(said)
        .filter(
            kind -> {
              Carrier carrier = CARRIERS.get(kind);
              return carrier == null
                  || said.text(carrier.writer()).orElse("").startsWith(carrier.start());
            });
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return kind(nativeRecord)
        .map(CARRIERS::get)
        .flatMap(carrier -> nativeRecord.text(carrier.content()));
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    write(nativeRecord, out, new LogTime(event.receivedAt(), zone));
    out.finish();
  }

  /** Sets what a record says that has the look of one of the sections. */
  static void write(NativeRecord all, EcsWriter out, LogTime times) {
    NativeRecord said = withPairs(all);
    String kind = kind(said).orElse(FieldTable.COMMON);
    Times.set(said, TIMES, out, times);
    TABLE.section(kind).orElse(TABLE.common()).apply(said, out);
    Addresses.split(out);
    new ProgramMessage(kind, message(kind, all)).write(out, times);
    out.text("url.original")
        .ifPresent(target -> UrlFields.set(out, out.text("url.domain").orElse(""), target, 80));
    FoundMessage.outcome(out);
    WebNames.write(out);
    Related.complete(out);
  }

  private static String message(String kind, NativeRecord said) {
    // Keycloak says it all with the type.
    return MESSAGES.getOrDefault(kind, List.of("type")).stream()
        .map(field -> said.text(field).filter(text -> !text.isEmpty()).orElse("-"))
        .collect(Collectors.joining(" "));
  }

  /**
   * Without what says that there is nothing, and with a field for each pair of a list of keys and
   * values, as Rails writes the parameters of a request.
   */
  private static NativeRecord withPairs(NativeRecord said) {
    Map<String, Object> fields = new LinkedHashMap<>();
    said.fields()
        .forEach(
            (name, value) -> {
              // Rails writes status 0 where it has rendered nothing.
              boolean isNothing = NOTHINGS.contains(value.toString()) || isStatusZero(name, value);
              if (!isNothing) {
                fields.put(name, value);
              }
            });
    if (said.get("params.key") instanceof List<?> keys
        && said.get("params.value") instanceof List<?> values
        && keys.size() == values.size()) {
      for (int i = 0; i < keys.size(); i++) {
        fields.putIfAbsent("params." + keys.get(i), values.get(i));
      }
    }
    return new NativeRecord(fields);
  }

  private static boolean isStatusZero(String name, Object value) {
    return name.equals("status") && value.equals(0L);
  }
}
