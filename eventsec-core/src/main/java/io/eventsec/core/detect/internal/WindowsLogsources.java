package io.eventsec.core.detect.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which events of Windows a category of Sigma's taxonomy is about. */
final class WindowsLogsources {
  private static final String SYSMON = "windows.sysmon.";
  private static final String SECURITY = "windows.security.";
  private static final String POWERSHELL = "windows.powershell.";
  private static final String CLASSIC = "windows.powershell-classic.";

  /** By dataset and event id. */
  private static final Map<String, Set<String>> CATEGORIES =
      Map.ofEntries(
          Map.entry(SYSMON + "1", Set.of("process_creation")),
          Map.entry(SYSMON + "2", Set.of("file_change")),
          Map.entry(SYSMON + "3", Set.of("network_connection")),
          Map.entry(SYSMON + "4", Set.of("sysmon_status")),
          Map.entry(SYSMON + "5", Set.of("process_termination")),
          Map.entry(SYSMON + "6", Set.of("driver_load")),
          Map.entry(SYSMON + "7", Set.of("image_load")),
          Map.entry(SYSMON + "8", Set.of("create_remote_thread")),
          Map.entry(SYSMON + "9", Set.of("raw_access_thread", "raw_access_read")),
          Map.entry(SYSMON + "10", Set.of("process_access")),
          Map.entry(SYSMON + "11", Set.of("file_event")),
          Map.entry(SYSMON + "12", Set.of("registry_add", "registry_delete", "registry_event")),
          Map.entry(SYSMON + "13", Set.of("registry_set", "registry_event")),
          Map.entry(SYSMON + "14", Set.of("registry_rename", "registry_event")),
          Map.entry(SYSMON + "15", Set.of("create_stream_hash")),
          Map.entry(SYSMON + "16", Set.of("sysmon_status")),
          Map.entry(SYSMON + "17", Set.of("pipe_created")),
          Map.entry(SYSMON + "18", Set.of("pipe_created")),
          Map.entry(SYSMON + "19", Set.of("wmi_event")),
          Map.entry(SYSMON + "20", Set.of("wmi_event")),
          Map.entry(SYSMON + "21", Set.of("wmi_event")),
          Map.entry(SYSMON + "22", Set.of("dns_query")),
          Map.entry(SYSMON + "23", Set.of("file_delete", "file_delete_detected")),
          Map.entry(SYSMON + "24", Set.of("clipboard_capture", "clipboard_change")),
          Map.entry(SYSMON + "25", Set.of("process_tampering")),
          Map.entry(SYSMON + "26", Set.of("file_delete", "file_delete_detected")),
          Map.entry(SYSMON + "27", Set.of("file_block", "file_block_executable")),
          Map.entry(SYSMON + "28", Set.of("file_block", "file_block_shredding")),
          Map.entry(SYSMON + "29", Set.of("file_executable_detected")),
          Map.entry(SYSMON + "255", Set.of("sysmon_error")),
          Map.entry(SECURITY + "4688", Set.of("process_creation")),
          Map.entry(SECURITY + "4689", Set.of("process_termination")),
          Map.entry(SECURITY + "4657", Set.of("registry_set", "registry_event")),
          Map.entry(SECURITY + "5156", Set.of("network_connection")),
          Map.entry(POWERSHELL + "4103", Set.of("ps_module")),
          Map.entry(POWERSHELL + "4104", Set.of("ps_script")),
          Map.entry(CLASSIC + "400", Set.of("ps_classic_start")),
          Map.entry(CLASSIC + "600", Set.of("ps_classic_provider_start")),
          Map.entry(CLASSIC + "800", Set.of("ps_classic_script")));

  private static final Set<String> KNOWN = known();

  /** Logs whose events always say which they are of. */
  private static final Set<String> LOGS =
      Set.of(
          "application",
          "powershell",
          "powershell-classic",
          "security",
          "sysmon",
          "system",
          "taskscheduler",
          "windefend",
          "wmi",
          "dns-server",
          "ntlm",
          "bits-client",
          "applocker");

  private WindowsLogsources() {}

  private static Set<String> known() {
    Set<String> known = new HashSet<>();
    CATEGORIES.values().forEach(known::addAll);
    return Set.copyOf(known);
  }

  /** True if categories go by that id in that log. */
  static boolean isKnown(String dataset, String code) {
    return CATEGORIES.containsKey(dataset + '.' + code);
  }

  /** True if events of that log say so: an event that does not is of another. */
  static boolean isLog(String service) {
    return LOGS.contains(service);
  }

  /** True if a rule about that category may be about such an event. */
  static boolean agrees(String dataset, String code, String category) {
    return !KNOWN.contains(category)
        || dataset.isEmpty()
        || CATEGORIES.getOrDefault(dataset + '.' + code, Set.of()).contains(category);
  }
}
