package io.eventsec.core.ingest.format;

import io.eventsec.core.event.Event;
import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.TextFormat;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of {@code key=value} pairs that many programs in Go write, with a time, a level and a
 * message ({@code logfmt}): containers' engines, Prometheus, Loki. What further pairs mean is told
 * by their names, as {@link GenericFields} has it. Asked behind the formats that know one program.
 * Stateless and thread-safe.
 */
public final class LogFmt implements TextFormat {
  private static final Set<String> STARTS =
      Set.of("time", "ts", "t", "level", "lvl", "timestamp", "caller", "logger");

  private static final List<String> TIMES = List.of("time", "ts", "t", "timestamp");
  private static final List<String> LEVELS = List.of("level", "lvl");
  private static final List<String> MESSAGES = List.of("msg", "message");
  private static final int LONGEST_START = 10;
  private static final int LONGEST = 65_536;

  private final ZoneId zone;

  /**
   * Makes the format.
   *
   * @param zone where the writers' clocks stand that write no zone
   */
  public LogFmt(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String name() {
    return "logfmt";
  }

  @Override
  public Optional<NativeRecord> read(String line) {
    int sign = line.indexOf('=');
    boolean mayBe =
        sign > 0
            && sign < LONGEST_START
            && line.length() <= LONGEST
            && STARTS.contains(line.substring(0, sign));
    if (!mayBe) {
      return Optional.empty();
    }
    Map<String, Object> pairs = KeyValues.of(line);
    boolean isOne =
        LEVELS.stream().anyMatch(pairs::containsKey)
            && MESSAGES.stream().anyMatch(pairs::containsKey);
    return isOne ? Optional.of(new NativeRecord(pairs)) : Optional.empty();
  }

  @Override
  public void normalise(NativeRecord nativeRecord, Event.Builder event) {
    EcsWriter out = new EcsWriter(event);
    LogTime times = new LogTime(event.receivedAt(), zone);
    GenericFields.write(nativeRecord, out, times);
    Times.set(nativeRecord, TIMES, out, times);
    out.put("event.kind", "event");
    out.put("event.dataset", "logfmt.log");
    first(nativeRecord, LEVELS).ifPresent(level -> out.put("log.level", level));
    first(nativeRecord, MESSAGES).ifPresent(message -> out.put("message", message));
    nativeRecord.text("caller").ifPresent(caller -> out.put("log.origin.file.name", caller));
    nativeRecord.text("component").ifPresent(part -> out.put("log.logger", part));
    out.finish();
  }

  private static Optional<String> first(NativeRecord said, List<String> names) {
    return names.stream().flatMap(name -> said.text(name).stream()).findFirst();
  }
}
