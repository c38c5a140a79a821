package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.ingest.EventFormat;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.audit.AuditLine;
import io.eventsec.core.ingest.audit.FieldBag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the Linux audit log that tell of one event, as {@link
 * io.eventsec.core.ingest.AuditJoiner} puts them together. A field that several records have has
 * the values of all, so that a rule about one of them finds it. Stateless and thread-safe.
 */
public final class AuditdEvent implements EventFormat {
  private static final String LINES = "auditd";

  /** A format without state. */
  public AuditdEvent() {}

  @Override
  public String name() {
    return "auditd-event";
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    return nativeRecord.text(LINES).flatMap(AuditLine::read).isPresent();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    List<NativeRecord> records = new ArrayList<>();
    for (Object line : lines(nativeRecord.get(LINES))) {
      AuditLine.read(line.toString())
          .ifPresentOrElse(
              records::add, () -> out.problem(LINES + " has a line that is no audit record"));
    }
    if (!records.isEmpty()) {
      FieldBag all = new FieldBag();
      records.forEach(one -> one.fields().forEach((name, value) -> add(name, value, all)));
      all.fields().forEach(event::nativeField);
      AuditFields.write(records, out);
    }
    out.finish();
  }

  private static List<?> lines(@Nullable Object value) {
    return value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
  }

  private static void add(String name, Object value, FieldBag all) {
    if (value instanceof List<?> list) {
      list.forEach(one -> all.add(name, one));
    } else {
      all.add(name, value);
    }
  }
}
