package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.event.TimeText;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import io.eventsec.core.ingest.syslog.FrameMark;
import io.eventsec.core.ingest.syslog.Rfc3164;
import io.eventsec.core.ingest.syslog.Rfc5424;
import io.eventsec.core.ingest.syslog.SyslogMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lines of syslog as RFC 5424, RFC 3164 and {@code /var/log} have them, with what the usual
 * programs of Linux say in them; what a message carries in another format is decoded by that.
 * Stateless and thread-safe.
 */
public final class Syslog implements TextFormat {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String PROBLEM = "syslog_problem";
  private static final int LONGEST_LENGTH = 7;
  private static final int DATE_LENGTH = 10;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the senders' clocks stand that write no zone
   */
  public Syslog(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "syslog";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    return readMessage(withoutLength(line));
  }

  /** The length that RFC 6587 has before each message stays there where a stream is kept. */
  private static String withoutLength(String line) {
    int at = 0;
    while (at < line.length() && at < LONGEST_LENGTH && Character.isDigit(line.charAt(at))) {
      at++;
    }
    return at > 0 && line.startsWith(" <", at) ? line.substring(at + 1) : line;
  }

  private static Optional<NativeRecord> readMessage(String line) {
    if (Rfc5424.isLikely(line)) {
      Rfc5424 parsed = Rfc5424.parse(line);
      if (parsed.problem().isEmpty()) {
        return Optional.of(fields(parsed.message(), null));
      }
      Optional<NativeRecord> zoneless = withoutZone(line);
      if (zoneless.isPresent()) {
        return zoneless;
      }
      // What is behind a head that breaks the rules may still be read as the older form.
      SyslogMessage older = Rfc3164.parseAny(line);
      return Optional.of(fields(older, parsed.problem().get().sentence()));
    }
    return Rfc3164.parse(line).map(message -> fields(relayed(message), null));
  }

  /** Some devices leave out the zone, which the RFC demands; everything else is as it demands. */
  private static Optional<NativeRecord> withoutZone(String line) {
    int start = line.indexOf(' ') + 1;
    int end = line.indexOf(' ', start);
    boolean mayBe = end - start > DATE_LENGTH && line.charAt(start + DATE_LENGTH) == 'T';
    if (!mayBe) {
      return Optional.empty();
    }
    String written = line.substring(start, end);
    Rfc5424 parsed = Rfc5424.parse(line.substring(0, end) + 'Z' + line.substring(end));
    if (parsed.problem().isPresent()) {
      return Optional.empty();
    }
    Map<String, Object> fields = new LinkedHashMap<>(fields(parsed.message(), null).fields());
    fields.put("timestamp", written);
    return Optional.of(new NativeRecord(fields));
  }

  /** A relay that speaks the older form may have put its head before one of the newer. */
  private static SyslogMessage relayed(SyslogMessage outer) {
    String text = outer.message();
    if (text == null || !text.startsWith("1 2")) {
      return outer;
    }
    String priority = "<" + Math.max(outer.priority(), 0) + ">";
    Rfc5424 inner = Rfc5424.parse(priority + text);
    if (inner.problem().isPresent()) {
      return outer;
    }
    SyslogMessage message = inner.message();
    return new SyslogMessage(
        outer.priority(),
        message.version(),
        message.timestamp(),
        message.hostname(),
        message.appName(),
        message.procId(),
        message.msgId(),
        message.structuredData(),
        message.message());
  }

  @Override
  public Optional<NativeRecord> readNamed(String line) {
    Optional<FrameMark> mark = FrameMark.in(line);
    if (mark.isPresent()) {
      return Optional.of(marked(mark.get()));
    }
    return Optional.of(any(line));
  }

  private NativeRecord any(String line) {
    return read(line).orElseGet(() -> fields(Rfc3164.parseAny(line), null));
  }

  /** Of a message that was not received as a whole, the receiver's word counts. */
  private NativeRecord marked(FrameMark mark) {
    Map<String, Object> fields = new LinkedHashMap<>(any(mark.text()).fields());
    fields.put(PROBLEM, "The message is not whole: " + mark.problem());
    return new NativeRecord(fields);
  }

  private static NativeRecord fields(SyslogMessage message, @Nullable String problem) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (message.priority() >= 0) {
      fields.put("priority", (long) message.priority());
    }
    if (message.version() > 0) {
      fields.put("version", (long) message.version());
    }
    put("timestamp", message.timestamp(), fields);
    put("hostname", message.hostname(), fields);
    put("appname", withoutColon(message.appName()), fields);
    put("procid", message.procId(), fields);
    put("msgid", message.msgId(), fields);
    message
        .structuredData()
        .forEach(
            (id, parameters) ->
                parameters.forEach((name, value) -> fields.put(id + '.' + name, value)));
    put("message", text(message), fields);
    put(PROBLEM, problem, fields);
    return new NativeRecord(fields);
  }

  /** Who has moved from the older form has left the colon behind the name. */
  private static @Nullable String withoutColon(@Nullable String name) {
    return name != null && name.length() > 1 && name.endsWith(":")
        ? name.substring(0, name.length() - 1)
        : name;
  }

  private static @Nullable String text(SyslogMessage message) {
    String text = message.message();
    return text != null && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static void put(String name, @Nullable String value, Map<String, Object> fields) {
    if (value != null && !value.isEmpty()) {
      fields.put(name, value);
    }
  }

  @Override
  public Optional<String> content(NativeRecord nativeRecord) {
    return SyslogContent.of(nativeRecord);
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    time(nativeRecord, out);
    out.put("event.kind", "event");
    out.put("event.dataset", "syslog");
    SyslogFields.write(nativeRecord, out);
    nativeRecord.text(PROBLEM).ifPresent(out::problem);
    new ProgramMessage(
            nativeRecord.text("appname").orElse(""), nativeRecord.text("message").orElse(""))
        .write(out, new LogTime(event.receivedAt(), zone));
    Related.complete(out);
    out.finish();
  }

  private void time(NativeRecord said, EcsWriter out) {
    said.text("timestamp")
        .ifPresent(
            written -> {
              Instant time = TimeText.parse(written);
              time = time == null ? localTime(written, out) : time;
              Times.put("timestamp", written, time, out);
            });
  }

  private @Nullable Instant localTime(String written, EcsWriter out) {
    return new LogTime(out.event().receivedAt(), zone).parse(written);
  }
}
