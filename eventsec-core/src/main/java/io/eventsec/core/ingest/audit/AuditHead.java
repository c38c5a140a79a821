package io.eventsec.core.ingest.audit;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every audit record starts with: {@code node=HOST type=SYSCALL
 * msg=audit(1684329817.579:2995):}. Those of one event have the same node, time and serial number.
 * Immutable.
 *
 * @param node the host; null if the record doesn't say
 * @param type the kind of record, by name where the record has a known number
 * @param stamp time and serial number as written, {@code 1684329817.579:2995}
 * @param end where the head ends in the line
 */
public record AuditHead(@Nullable String node, String type, String stamp, int end) {
  private static final int LONGEST_WORD = 255;
  private static final int LONGEST_STAMP = 40;
  private static final int MOST_SECONDS_DIGITS = 11;
  private static final int MOST_SERIAL_DIGITS = 20;
  private static final String STAMP = "audit(";

  /** Reads a line's head; empty if the line is no audit record. */
  public static Optional<AuditHead> parse(String line) {
    int start = afterPrinted(line);
    String node = word(line, start, "node=");
    start += node == null ? 0 : "node=".length() + node.length() + 1;
    String type = word(line, start, "type=");
    if (type == null) {
      return Optional.empty();
    }
    start += "type=".length() + type.length() + 1;
    // The kernel's own log has no "msg=".
    start += line.startsWith("msg=", start) ? "msg=".length() : 0;
    int close = line.startsWith(STAMP, start) ? line.indexOf(')', start) : -1;
    if (close < 0 || close - start > LONGEST_STAMP) {
      return Optional.empty();
    }
    String stamp = line.substring(start + STAMP.length(), close);
    int end = close + (line.startsWith(":", close + 1) ? 2 : 1);
    return time(stamp).map(time -> new AuditHead(node, RecordTypes.name(type), stamp, end));
  }

  /** Behind {@code [ 12.345678] audit: }, which the kernel prints where no daemon listens. */
  private static int afterPrinted(String line) {
    int start = 0;
    if (line.startsWith("[")) {
      int close = line.indexOf("] ");
      start = close < 0 || close > LONGEST_STAMP ? 0 : close + 2;
    }
    return line.startsWith("audit: ", start) ? start + "audit: ".length() : start;
  }

  private static @Nullable String word(String line, int start, String name) {
    int end = line.startsWith(name, start) ? line.indexOf(' ', start) : -1;
    int from = start + name.length();
    return end <= from || end - from > LONGEST_WORD ? null : line.substring(from, end);
  }

  /** The time of a stamp; empty if it is none. */
  public static Optional<Instant> time(String stamp) {
    int dot = stamp.indexOf('.');
    int colon = stamp.indexOf(':');
    if (dot < 1 || dot > MOST_SECONDS_DIGITS || colon != dot + 4) {
      return Optional.empty();
    }
    String serial = stamp.substring(colon + 1);
    String seconds = stamp.substring(0, dot);
    String millis = stamp.substring(dot + 1, colon);
    boolean sound =
        AuditText.isDigits(seconds)
            && AuditText.isDigits(millis)
            && AuditText.isDigits(serial)
            && !serial.isEmpty()
            && serial.length() <= MOST_SERIAL_DIGITS;
    return sound
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds), millis(millis)))
        : Optional.empty();
  }

  private static long millis(String digits) {
    return Integer.parseInt(digits) * 1_000_000L;
  }

  /** When it happened. */
  public Instant time() {
    return time(stamp).orElse(Instant.EPOCH);
  }

  /** The serial number of the event. */
  public String serial() {
    return stamp.substring(stamp.indexOf(':') + 1);
  }

  /** True if the record is an event by itself; others may come in groups. */
  public boolean standsAlone() {
    return RecordTypes.standsAlone(type);
  }
}
