package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.template.LeadingTime;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lines of a user's mapping: pairs, or messages with gaps. */
final class MappedText implements TextFormat {
  private static final String LINE = "message";

  /** What the mapping says beyond the gaps is written with that of all mappings. */
  private static final TableSection NO_MORE = new TableSection().built();

  private final FormatMapping.Definition definition;
  private final MappedFields fields;

  MappedText(FormatMapping.Definition definition) {
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
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith(definition.starts())) {
      return Optional.empty();
    }
    return definition.records() == FormatMapping.Records.PAIRS ? pairs(line) : message(line);
  }

  private Optional<NativeRecord> pairs(String line) {
    NativeRecord pairs = new NativeRecord(withLine(line, KeyValues.of(line)));
    boolean fits = definition.look().isEmpty() || fields.hasLook(pairs);
    return fits ? Optional.of(pairs) : Optional.empty();
  }

  private Optional<NativeRecord> message(String line) {
    LeadingTime leading = new LeadingTime(line);
    for (MessageTemplate template : definition.messages()) {
      Optional<Map<String, String>> gaps = template.match(leading);
      if (gaps.isPresent()) {
        return Optional.of(new NativeRecord(withLine(line, gaps.get())));
      }
    }
    return Optional.empty();
  }

  private static Map<String, Object> withLine(String line, Map<String, ?> found) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put(LINE, line);
    found.forEach(all::putIfAbsent);
    return all;
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    event.ecs(LINE, nativeRecord.text(LINE).orElse(""));
    if (definition.records() == FormatMapping.Records.MESSAGES) {
      gaps(nativeRecord, event);
    }
    fields.write(nativeRecord, event);
  }

  /** Gaps with names of ECS set those fields. */
  private void gaps(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    Map<String, String> gaps = new LinkedHashMap<>();
    nativeRecord
        .fields()
        .forEach(
            (name, value) -> {
              if (!name.equals(LINE)) {
                gaps.put(name, value.toString());
              }
            });
    new FoundMessage(gaps, NO_MORE).write(out, new LogTime(event.receivedAt(), definition.zone()));
    out.finish();
  }
}
