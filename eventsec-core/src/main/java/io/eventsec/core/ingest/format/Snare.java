package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events of Windows as Snare's agent and those that imitate it write them: {@code MSWinEventLog}
 * and columns behind tabs, mostly in a line of syslog. The fields have the names that {@link
 * WindowsEvent} gives them, which does the rest; the event's data is taken from its text. Stateless
 * and thread-safe.
 */
final class Snare implements TextFormat {
  private static final String MARK = "MSWinEventLog";

  /** What rsyslog makes of a tab. */
  private static final String ESCAPED_TAB = "#011";

  private static final WindowsEvent EVENT = new WindowsEvent();
  private static final int LOG = 2;
  private static final int TIME = 4;
  private static final int CODE = 5;
  private static final int PROVIDER = 6;
  private static final int USER = 7;
  private static final int TYPE = 9;
  private static final int COMPUTER = 10;
  private static final int CATEGORY = 11;
  private static final int TEXT = 13;
  private static final int MOST_COLUMNS = 15;

  private final ZoneId zone;

  /** For agents whose clocks stand there. */
  Snare(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "snare";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    String tab = line.startsWith(ESCAPED_TAB, MARK.length()) ? ESCAPED_TAB : "\t";
    String[] columns = line.split(tab, MOST_COLUMNS);
    Long code = columns.length > TEXT ? Numbers.whole(columns[CODE]) : null;
    return code == null ? Optional.empty() : Optional.of(fields(columns, code));
  }

  private static NativeRecord fields(String[] columns, Long code) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("EventID", code);
    put("Channel", columns[LOG], fields);
    put("Provider_Name", columns[PROVIDER], fields);
    put("Computer", columns[COMPUTER], fields);
    put("DateTime", columns[TIME], fields);
    put("Category", columns[CATEGORY], fields);
    put("User", columns[USER].equals("-\\-") ? "" : columns[USER], fields);
    put("EventType", columns[TYPE], fields);
    keywords(columns[TYPE], fields);
    put("Message", columns[TEXT], fields);
    WindowsMessage.data(columns[TEXT]).forEach(fields::putIfAbsent);
    return new NativeRecord(fields);
  }

  /** {@code Success Audit}; Windows has it the other way round. */
  private static void keywords(String type, Map<String, Object> fields) {
    if (type.endsWith(" Audit")) {
      fields.put("Keywords", "Audit " + type.substring(0, type.indexOf(' ')));
    }
  }

  private static void put(String name, String value, Map<String, Object> fields) {
    String text = value.strip();
    if (!text.isEmpty() && !text.equals("N/A")) {
      fields.put(name, text);
    }
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EVENT.normalise(nativeRecord, event);
    nativeRecord.text("Message").ifPresent(message -> event.ecs("message", message));
    EcsWriter out = new EcsWriter(event);
    DeviceTime.set(nativeRecord, out, new LogTime(event.receivedAt(), zone), "DateTime");
    out.finish();
  }
}
