package io.eventsec.core.ingest.syslog;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The parts of one syslog message, as they were written. Immutable.
 *
 * @param priority 0 to 191: eight times the facility and the severity; -1 if the message has none
 * @param version of RFC 5424; 0 if the message is not in its form
 * @param timestamp as written; null if there is none, as are the others
 * @param hostname of the machine that says it
 * @param appName the program, RFC 3164's tag
 * @param procId of the program, most often a number
 * @param msgId the kind of message
 * @param structuredData parameters by element; empty if there are none
 * @param message the text, with the byte-order mark it may start with
 */
public record SyslogMessage(
    int priority,
    int version,
    @Nullable String timestamp,
    @Nullable String hostname,
    @Nullable String appName,
    @Nullable String procId,
    @Nullable String msgId,
    Map<String, Map<String, String>> structuredData,
    @Nullable String message) {
  private static final int SEVERITIES = 8;

  /** Keeps the map from changes. */
  public SyslogMessage {
    structuredData = Map.copyOf(structuredData);
  }

  /** 0 (kernel) to 23 (local7); empty without a priority. */
  public OptionalInt facility() {
    return priority < 0 ? OptionalInt.empty() : OptionalInt.of(priority / SEVERITIES);
  }

  /** 0 (emergency) to 7 (debug); empty without a priority. */
  public OptionalInt severity() {
    return priority < 0 ? OptionalInt.empty() : OptionalInt.of(priority % SEVERITIES);
  }
}
