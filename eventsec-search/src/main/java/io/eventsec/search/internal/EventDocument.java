package io.eventsec.search.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import io.eventsec.core.event.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event as it is stored: the envelope and the ECS fields as nested objects, the sender's own
 * fields in {@code native} under their dotted names, searched by {@link NativeTerms}.
 *
 * <p>What the index could not take is stored beside it, not searched: the part of the raw record
 * behind its first 32,768 characters. ECS fields that do not fit are stored as labels and named in
 * {@code error.message}.
 */
final class EventDocument implements BulkBody.Fields {
  /** Stored and not searched: an object that is not mapped. */
  static final String UNSEARCHED = "unsearched";

  /** The whole raw record, where {@code event.original} has but its beginning. */
  static final String WHOLE_ORIGINAL = "original";

  private static final int LONGEST_ORIGINAL = 32_768;
  private static final Instant FIRST_ISO = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_ISO = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final Event event;
  private final Salvage salvage;
  private final List<Field> fields;
  private final Map<String, Object> labels = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>(0);

  private record Field(FieldPath path, Object value) implements Comparable<Field> {
    @Override
    public int compareTo(Field other) {
      return path.compareTo(other.path);
    }
  }

  EventDocument(Event event, Salvage salvage) {
    this.event = event;
    this.salvage = salvage;
    this.fields = new ArrayList<>(event.ecsFields().size() + 8);
  }

  @Override
  public void write(JsonGenerator out) throws IOException {
    collect();
    envelope();
    Collections.sort(fields);
    moveConflicts();
    if (!notes.isEmpty() || !labels.isEmpty()) {
      explain();
    }
    NestedFields nested = new NestedFields(out);
    for (Field field : fields) {
      nested.write(field.path(), field.value());
    }
    nested.close();
    writeNative(out);
    writeUnsearched(out);
  }

  private void collect() {
    event
        .ecsFields()
        .forEach(
            (name, value) -> {
              FieldPath path = FieldPath.of(name);
              if (salvage.moves(path)) {
                move(name, value, salvage.reason());
              } else if (!path.isPath() || Envelope.isReserved(name)) {
                move(name, value, "it is not the name of a field of its own");
              } else if (path.kind() == Kind.BOOLEAN && !Values.isTruth(value)) {
                move(name, value, "it is neither true nor false");
              } else {
                fields.add(new Field(path, value));
              }
            });
  }

  private void envelope() {
    fields.add(new Field(Envelope.TIME, time("@timestamp", event.time())));
    fields.add(new Field(Envelope.ID, event.id().value()));
    fields.add(new Field(Envelope.INGESTED, time("event.ingested", event.receivedAt())));
    if (!event.original().isEmpty()) {
      fields.add(new Field(Envelope.ORIGINAL, Text.start(event.original(), LONGEST_ORIGINAL)));
    }
    fields.add(new Field(Envelope.TENANT, event.tenant().id()));
    fields.add(new Field(Envelope.SOURCE, event.source()));
    List<Object> terms = NativeTerms.of(event.nativeFields());
    if (!terms.isEmpty()) {
      fields.add(new Field(Envelope.NATIVE_TERMS, terms));
    }
  }

  /** A field that is a value cannot be an object as well: what stands in it is moved. */
  private void moveConflicts() {
    List<Field> conflicts = new ArrayList<>(0);
    Field last = fields.get(0);
    for (Field field : fields) {
      if (last.path().contains(field.path())) {
        conflicts.add(field);
      } else {
        last = field;
      }
    }
    conflicts.forEach(
        field -> move(field.path().name(), field.value(), "a field above it has a value"));
    fields.removeAll(conflicts);
  }

  private void move(String name, Object value, String reason) {
    labels.put(name.replace('.', '_'), value);
    notes.add(Text.start(name, 256) + ": kept as a label because " + Text.start(reason, 300));
  }

  private void explain() {
    List<Object> messages = new ArrayList<>();
    List<Field> given = new ArrayList<>(1);
    for (Field field : fields) {
      if (field.path().equals(Envelope.ERROR)) {
        given.add(field);
        messages.add(field.value());
      }
    }
    fields.removeAll(given);
    List<Object> flat = new ArrayList<>();
    messages.forEach(
        value -> {
          if (value instanceof List<?> list) {
            flat.addAll(list);
          } else {
            flat.add(value);
          }
        });
    flat.addAll(notes);
    fields.add(new Field(Envelope.ERROR, flat));
    labels.forEach((name, value) -> fields.add(new Field(Envelope.label(name), value)));
    Collections.sort(fields);
  }

  private void writeNative(JsonGenerator out) throws IOException {
    if (event.nativeFields().isEmpty()) {
      return;
    }
    out.writeObjectFieldStart(Envelope.NATIVE);
    for (Map.Entry<String, Object> field : event.nativeFields().entrySet()) {
      out.writeFieldName(Text.wellFormed(field.getKey()));
      Values.write(out, field.getValue());
    }
    out.writeEndObject();
  }

  private void writeUnsearched(JsonGenerator out) throws IOException {
    if (event.original().length() > LONGEST_ORIGINAL) {
      out.writeObjectFieldStart(UNSEARCHED);
      out.writeStringField(WHOLE_ORIGINAL, Text.wellFormed(event.original()));
      out.writeEndObject();
    }
  }

  /** An ISO year has four digits: a time outside of them is stored as their edge. */
  private String time(String field, Instant time) {
    if (!time.isBefore(FIRST_ISO) && !time.isAfter(LAST_ISO)) {
      return time.toString();
    }
    notes.add(field + ": " + time + " lies outside the years 0 to 9999 and stands at their edge");
    return (time.isBefore(FIRST_ISO) ? FIRST_ISO : LAST_ISO).toString();
  }
}
