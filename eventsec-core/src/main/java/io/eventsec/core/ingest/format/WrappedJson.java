package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Records that only carry another, as an object or a text of it: what Splunk's HTTP Event Collector
 * takes, events of CloudWatch and EventBridge, documents of Elasticsearch, results of Splunk, and
 * whatever else has a known record in a field of the usual names. Asked behind the formats that it
 * was given, which decide whether it carries anything. Stateless and thread-safe.
 */
public final class WrappedJson implements EventFormat {
  static final FieldTable TABLE = FieldTable.read("wrapped-json.table");

  private static final List<String> OBJECTS =
      List.of(
          "event.",
          "detail.",
          "_source.",
          "result.",
          "record.",
          "records.",
          "Records.",
          "data.",
          "payload.",
          "body.",
          "message.");

  private static final List<String> TEXTS =
      List.of(
          "event", "message", "_raw", "@message", "raw", "log", "line", "body", "record", "data");

  /** A record in a record in a record: more is no honest log. */
  private static final int MOST_DEPTH = 1;

  private static final Predicate<String> IS_EVENT =
      name -> name.equals("event") || name.startsWith("event.");

  private static final List<String> TIMES = List.of("time", "timestamp", "_time", "@timestamp");

  private final List<EventFormat> json;
  private final List<TextFormat> text;
  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param known the formats that what it carries may be of
   * @param zone where the writers' clocks stand that write no zone
   */
  public WrappedJson(Collection<EventFormat> known, ZoneId zone) {
    this.json = known.stream().filter(format -> !(format instanceof TextFormat)).toList();
    this.text =
        known.stream()
            .filter(TextFormat.class::isInstance)
            .map(TextFormat.class::cast)
            .filter(format -> !format.takesAnything())
            .toList();
    this.zone = zone;
  }

  @Override
  public String name() {
    return "wrapped-json";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return isCollectors(nativeRecord) || content(nativeRecord).isPresent();
  }

  /**
   * Of Splunk's collector, and of CloudWatch: these are records of their own, whatever they carry.
   */
  private static boolean isCollectors(NativeRecord said) {
    boolean isSplunk = said.has("sourcetype") && said.fields().keySet().stream().anyMatch(IS_EVENT);
    return isSplunk || said.has("logGroup") && said.has("logStream") && said.has("message");
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return content(nativeRecord, 0);
  }

  private Optional<String> content(NativeRecord nativeRecord, int depth) {
    for (String name : TEXTS) {
      Optional<String> carried = carriedText(nativeRecord, name);
      if (carried.isPresent()) {
        return carried;
      }
    }
    for (String prefix : OBJECTS) {
      Optional<NativeRecord> carried = carriedObject(nativeRecord, prefix, depth);
      if (carried.isPresent()) {
        return carried.map(FlatJson::of);
      }
    }
    return Optional.empty();
  }

  private Optional<String> carriedText(NativeRecord said, String name) {
    if (said.get(name) instanceof String carried) {
      String plain = carried.strip();
      boolean isOne =
          plain.startsWith("{")
              ? plain.endsWith("}")
              : text.stream().anyMatch(format -> format.read(plain).isPresent());
      return isOne ? Optional.of(plain) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<NativeRecord> carriedObject(NativeRecord said, String prefix, int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    said.fields()
        .forEach(
            (name, value) -> {
              if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
              }
            });
    NativeRecord carried = new NativeRecord(fields);
    boolean isOne =
        !fields.isEmpty()
            && (json.stream().anyMatch(format -> format.recognises(carried))
                || depth < MOST_DEPTH && content(carried, depth + 1).isPresent());
    return isOne ? Optional.of(carried) : Optional.empty();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    Times.set(nativeRecord, TIMES, out, new LogTime(event.receivedAt(), zone));
    TABLE.common().apply(nativeRecord, out);
    out.finish();
  }
}
