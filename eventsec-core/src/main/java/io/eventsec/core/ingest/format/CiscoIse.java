package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cisco's Identity Services Engine: a category, a head of numbers, and attributes with commas
 * between them, of which some come several times. Of a message in several lines each is an event.
 */
final class CiscoIse extends DeviceFormat implements TextFormat {
  static final FieldTable TABLE = FieldTable.read("cisco-ise.table");

  private static final String MARK = "CISE_";
  private static final int MOST = 1000;

  private static final List<MessageTemplate> HEADS =
      List.of(
          MessageTemplate.parse(
              "{category} {message_id:number} {segments:number} {segment:number} {time:time}"
                  + " {sequence:number} {message_code:number} {severity} {class:text}: {text:text}"),
          MessageTemplate.parse(
              "{category} {message_id:number} {segments:number} {segment:number} {text:text}"));

  CiscoIse(ZoneId zone) {
    super("cisco-ise", TABLE, zone);
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    return HEADS.stream()
        .flatMap(head -> head.match(line).stream())
        .findFirst()
        .map(CiscoIse::fields);
  }

  private static NativeRecord fields(Map<String, String> head) {
    Map<String, Object> fields = new LinkedHashMap<>(head);
    String rest = head.getOrDefault("text", "");
    boolean isWhole = head.containsKey("time");
    int start = isWhole ? rest.indexOf(", ") : 0;
    if (isWhole) {
      fields.put("text", start < 0 ? rest : rest.substring(0, start));
    }
    attributes(start < 0 ? "" : rest.substring(start), fields);
    return new NativeRecord(fields);
  }

  private static void attributes(String text, Map<String, Object> fields) {
    for (String part : text.split(", ", MOST)) {
      int equal = part.indexOf('=');
      String value = part.substring(equal + 1).strip();
      String plain = value.endsWith(",") ? value.substring(0, value.length() - 1) : value;
      if (equal > 0 && !plain.isEmpty()) {
        KeyValues.add(fields, part.substring(0, equal).strip(), plain);
      }
    }
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "time");
    DeviceFields.seconds(said, "Acct-Session-Time", out);
  }
}
