package io.eventsec.core.ingest.syslog;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a message, as they are found. Not thread-safe. */
final class SyslogParts {
  int priority = -1;
  int version;
  @Nullable String timestamp;
  @Nullable String hostname;
  @Nullable String appName;
  @Nullable String procId;
  @Nullable String msgId;
  final Map<String, Map<String, String>> structuredData = new LinkedHashMap<>();
  @Nullable String message;

  SyslogMessage message() {
    return new SyslogMessage(
        priority, version, timestamp, hostname, appName, procId, msgId, structuredData, message);
  }
}
