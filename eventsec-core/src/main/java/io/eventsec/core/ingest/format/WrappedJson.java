package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.CarrierFormat;
import io.eventsec.core.ingest.ContentReader;
import io.eventsec.core.ingest.Layer;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Records that only carry another, as an object or a text of it: what Splunk's HTTP Event Collector
 * takes, events of CloudWatch and EventBridge, documents of Elasticsearch, results of Splunk, and
 * whatever else has a known record in a field of the usual names. Stateless and thread-safe.
 */
public final class WrappedJson implements CarrierFormat {
  static final FieldTable TABLE = FieldTable.read("wrapped-json.table");

  /** In the order in which they are looked into. */
  private static final List<String> OBJECTS =
      List.of(
          "event", "detail", "_source", "result", "record", "records", "Records", "data", "payload",
          "body", "message", "json");

  private static final List<String> TEXTS =
      List.of(
          "event",
          "message",
          "_raw",
          "@message",
          "raw",
          "rawmsg",
          "log",
          "line",
          "body",
          "record",
          "data");

  private static final Predicate<String> IS_EVENT =
      name -> name.equals("event") || name.startsWith("event.");

  private static final List<String> TIMES = List.of("time", "timestamp", "_time", "@timestamp");

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public WrappedJson(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "wrapped-json";
  }

  /**
   * Of Splunk's collector, and of CloudWatch: these are records of their own, whatever they carry;
   * so are those with a JSON object in a text.
   */
  @Override
  public boolean recognises(NativeRecord said) {
    boolean isSplunk = said.has("sourcetype") && said.fields().keySet().stream().anyMatch(IS_EVENT);
    return isSplunk
        || said.has("logGroup") && said.has("logStream") && said.has("message")
        || TEXTS.stream().anyMatch(name -> isObject(text(said, name)));
  }

  private static String text(NativeRecord said, String name) {
    return said.get(name) instanceof String text ? text.strip() : "";
  }

  private static boolean isObject(String text) {
    return text.startsWith("{") && text.endsWith("}");
  }

  @Override
  public List<Layer> carried(NativeRecord said, ContentReader reader) {
    for (String name : TEXTS) {
      String text = text(said, name);
      if (isObject(text)) {
        return reader.text(text);
      }
      List<Layer> found = text.isEmpty() || text.startsWith("{") ? List.of() : reader.text(text);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return inObjects(said, reader);
  }

  private static List<Layer> inObjects(NativeRecord said, ContentReader reader) {
    Map<String, Map<String, Object>> objects = objects(said);
    for (String name : OBJECTS) {
      Map<String, Object> fields = objects.get(name);
      List<Layer> found = fields == null ? List.of() : reader.object(new NativeRecord(fields));
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** What is in the objects of the usual names, by name. */
  private static Map<String, Map<String, Object>> objects(NativeRecord said) {
    Map<String, Map<String, Object>> objects = new HashMap<>();
    said.fields()
        .forEach(
            (name, value) -> {
              int dot = name.indexOf('.');
              String first = dot < 0 ? "" : name.substring(0, dot);
              if (!first.isEmpty() && OBJECTS.contains(first)) {
                objects
                    .computeIfAbsent(first, object -> new LinkedHashMap<>())
                    .put(name.substring(dot + 1), value);
              }
            });
    return objects;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    Times.set(nativeRecord, TIMES, out, new LogTime(event.receivedAt(), zone));
    TABLE.common().apply(nativeRecord, out);
    out.finish();
  }
}
