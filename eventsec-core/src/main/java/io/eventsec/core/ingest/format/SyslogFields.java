package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Locale;

/** The head of a line of syslog as ECS has it. */
final class SyslogFields {
  /** What the numbers of facilities stand for. */
  static final List<String> FACILITIES =
      List.of(
          "kernel",
          "user-level",
          "mail",
          "system",
          "security/authorization",
          "syslogd",
          "line-printer",
          "network-news",
          "uucp",
          "clock",
          "security/authorization",
          "ftp",
          "ntp",
          "log-audit",
          "log-alert",
          "clock",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");

  private static final List<String> SEVERITIES =
      List.of(
          "Emergency", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug");

  private static final int SEVERITIES_OF_A_FACILITY = 8;

  private SyslogFields() {}

  /** A severity, 0 to 7, as {@code log.level} has it. */
  static String level(int severity) {
    return SEVERITIES.get(severity).toLowerCase(Locale.ROOT);
  }

  static void write(NativeRecord said, EcsWriter out) {
    priority(said, out);
    out.put("log.syslog.version", said.text("version").orElse(null));
    out.put("log.syslog.msgid", said.text("msgid").orElse(null));
    said.text("hostname")
        .ifPresent(
            host -> {
              out.put("log.syslog.hostname", host);
              out.put("host.hostname", host);
              out.put("host.name", host);
              out.put("host.ip", IpText.canonical(host));
            });
    // Where others have the name of a program, Cisco's devices have the mark of a message.
    said.text("appname")
        .filter(name -> !name.startsWith("%"))
        .ifPresent(
            name -> {
              // Where others have a program, routers have the number of the message.
              Long number = Numbers.whole(name);
              if (number == null) {
                program(name, said, out);
              } else {
                out.put("event.sequence", number);
              }
            });
    out.put("message", said.text("message").orElse(null));
  }

  private static void program(String name, NativeRecord said, EcsWriter out) {
    out.put("log.syslog.appname", name);
    out.put("process.name", name);
    said.text("procid")
        .ifPresent(
            id -> {
              out.put("log.syslog.procid", id);
              out.put("process.pid", Numbers.whole(id));
            });
  }

  private static void priority(NativeRecord said, EcsWriter out) {
    if (said.get("priority") instanceof Long priority) {
      int facility = (int) (priority / SEVERITIES_OF_A_FACILITY);
      int severity = (int) (priority % SEVERITIES_OF_A_FACILITY);
      out.put("log.syslog.priority", priority);
      out.put("log.syslog.facility.code", (long) facility);
      out.put("log.syslog.facility.name", FACILITIES.get(facility));
      out.put("log.syslog.severity.code", (long) severity);
      out.put("log.syslog.severity.name", SEVERITIES.get(severity));
      out.put("log.level", level(severity));
    }
  }
}
