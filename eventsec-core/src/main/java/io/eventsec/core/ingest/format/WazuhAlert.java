package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import io.eventsec.core.ingest.NativeRecord;
import java.time.ZoneOffset;
import java.util.List;

/** Alerts of Wazuh and OSSEC as JSON, one a line. */
final class WazuhAlert extends DeviceFormat {
  static final FieldTable TABLE = FieldTable.read("wazuh.table");

  WazuhAlert() {
    super("wazuh-alert", TABLE, ZoneOffset.UTC);
  }

  @Override
  public boolean recognises(NativeRecord nativeRecord) {
    boolean isWazuh =
        nativeRecord.has("rule.level")
            && nativeRecord.has("rule.description")
            && (nativeRecord.has("manager.name") || nativeRecord.has("decoder.name"));
    return isWazuh || nativeRecord.has("rule.sidid") && nativeRecord.has("rule.comment");
  }

  @Override
  void more(NativeRecord said, EcsWriter out, LogTime times) {
    DeviceTime.set(said, out, times, "timestamp", "TimeStamp");
    String groups = String.valueOf(said.get("rule.groups"));
    if (groups.contains("authentication_failed") || groups.contains("authentication_failures")) {
      login(out, "failure");
    } else if (groups.contains("authentication_success")) {
      login(out, "success");
    } else if (groups.contains("syscheck")) {
      out.put("event.category", List.of("intrusion_detection", "file"));
      out.put("event.type", "change");
    }
  }

  private static void login(EcsWriter out, String outcome) {
    out.put("event.category", List.of("intrusion_detection", "authentication"));
    out.put("event.outcome", outcome);
  }
}
