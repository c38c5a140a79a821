package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.audit.AuditHead;
import io.eventsec.core.ingest.audit.FieldBag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events of Linux' audit system as Laurel joins them: an object with the event's number and an
 * object, or several, for each type of record. The fields stand under auditd's own names too, so
 * that one rule is about both. Stateless and thread-safe.
 */
public final class Laurel implements EventFormat {
  private static final String ID = "ID";
  private static final int MOST_RECORDS = 256;

  /** What Laurel calls differently. */
  private static final Map<String, String> NAMES =
      Map.of(
          "SADDR.family", "saddr_fam",
          "SADDR.addr", "laddr",
          "SADDR.port", "lport",
          "SADDR.path", "path",
          "ARGV_STR", "proctitle");

  /** A format without state. */
  public Laurel() {}

  @Override
  public String name() {
    return "laurel";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.text(ID).flatMap(AuditHead::time).isPresent()
        && nativeRecord.fields().keySet().stream().anyMatch(Laurel::isOfRecord);
  }

  /** True for {@code SYSCALL.comm}. */
  private static boolean isOfRecord(String name) {
    int dot = name.indexOf('.');
    if (dot < 2) {
      return false;
    }
    for (int i = 0; i < dot; i++) {
      char c = name.charAt(i);
      if ((c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    List<NativeRecord> records = records(nativeRecord);
    FieldBag all = new FieldBag();
    records.forEach(
        one -> one.fields().forEach((name, value) -> all.add(name, String.valueOf(value))));
    all.fields().forEach(event::nativeField);
    if (!records.isEmpty()) {
      AuditFields.write(records, out);
    }
    out.finish();
  }

  private static List<NativeRecord> records(NativeRecord said) {
    Map<String, List<Map<String, Object>>> byType = new LinkedHashMap<>();
    said.fields()
        .forEach(
            (name, value) -> {
              if (isOfRecord(name)) {
                int dot = name.indexOf('.');
                String type = name.substring(0, dot);
                add(type, name.substring(dot + 1), value, byType);
              }
            });
    List<NativeRecord> records = new ArrayList<>();
    byType.forEach(
        (type, several) ->
            several.forEach(
                fields -> {
                  Map<String, Object> record = new LinkedHashMap<>();
                  record.put("type", type);
                  said.text(ID).ifPresent(id -> record.put("msg", "audit(" + id + ")"));
                  said.text("NODE").ifPresent(node -> record.put("node", node));
                  record.putAll(fields);
                  records.add(new NativeRecord(record));
                }));
    return records;
  }

  private static void add(
      String type, String name, Object value, Map<String, List<Map<String, Object>>> byType) {
    List<Map<String, Object>> records =
        byType.computeIfAbsent(type, key -> new ArrayList<>(List.of(new LinkedHashMap<>())));
    if (name.equals("ARGV")) {
      arguments(type, value, records.get(0));
    } else if (value instanceof List<?> list && list.size() <= MOST_RECORDS) {
      for (int i = 0; i < list.size(); i++) {
        if (i == records.size()) {
          records.add(new LinkedHashMap<>());
        }
        put(name, list.get(i), records.get(i));
      }
    } else {
      put(name, value, records.get(0));
    }
  }

  /** Those of a program; of a system call they are only where something lies in memory. */
  private static void arguments(String type, Object value, Map<String, Object> fields) {
    List<?> arguments = value instanceof List<?> list ? list : List.of(value);
    if (type.equals("EXECVE")) {
      for (int i = 0; i < arguments.size(); i++) {
        fields.put("a" + i, String.valueOf(arguments.get(i)));
      }
    } else if (type.equals("PROCTITLE")) {
      List<String> words = new ArrayList<>();
      arguments.forEach(word -> words.add(String.valueOf(word)));
      fields.put("proctitle", String.join(" ", words));
    }
  }

  private static void put(String name, Object value, Map<String, Object> fields) {
    String own = NAMES.getOrDefault(name, name);
    if (own.indexOf('.') < 0) {
      String text = String.valueOf(value);
      // Rust writes octal numbers with a mark.
      fields.put(own, own.equals("mode") && text.startsWith("0o") ? '0' + text.substring(2) : text);
    }
  }
}
