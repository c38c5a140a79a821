package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a line of syslog carries, as the formats that may be in it expect it. */
final class SyslogContent {
  private static final String COOKIE = "@cee:";

  /** What lines of the Common Event Format and of LEEF begin with, wherever they stand. */
  static final List<String> MARKS = List.of("CEF:0|", "CEF:1|", "LEEF:1.0|", "LEEF:2.0|");

  private static final String JSON_BEHIND_NAME = ": {";
  private static final int LONGEST_NAME = 48;

  /** The digits of the year that NX-OS has before the month. */
  private static final int YEAR = 4;

  private static final String JUNIPER = "junos@";

  private SyslogContent() {}

  /** The message, with the part of the head that belongs to it. */
  static Optional<String> of(NativeRecord syslog) {
    Optional<String> junos = junos(syslog);
    if (junos.isPresent()) {
      return junos;
    }
    Optional<String> repeated = repeated(syslog);
    if (repeated.isPresent()) {
      return repeated;
    }
    String program = syslog.text("appname").orElse("");
    Optional<String> message = syslog.text("message").map(SyslogContent::withoutCookie);
    boolean isMark = program.startsWith("%") || program.startsWith("RT_");
    return isMark ? message.map(text -> program + ": " + text) : message;
  }

  /**
   * JSON in syslog may stand behind a mark (the Common Event Expression's), or a product's name.
   */
  private static String withoutCookie(String message) {
    if (message.startsWith(COOKIE)) {
      return message.substring(COOKIE.length());
    }
    for (String mark : MARKS) {
      int at = message.indexOf(mark);
      if (at > 0 && at <= LONGEST_NAME && message.charAt(at - 1) == ' ') {
        return message.substring(at);
      }
    }
    int brace = message.indexOf(JSON_BEHIND_NAME);
    boolean isBehindName =
        brace > 0 && brace <= LONGEST_NAME && message.stripTrailing().endsWith("}");
    return isBehindName ? message.substring(brace + 2) : message;
  }

  /** What NX-OS says of a message that came again belongs to its time, which has the year first. */
  private static Optional<String> repeated(NativeRecord syslog) {
    return syslog
        .text("timestamp")
        .filter(time -> time.startsWith("2") && time.indexOf(' ') == YEAR)
        .flatMap(
            time ->
                Optional.of(time + ": " + syslog.text("message").orElse(""))
                    .filter(line -> line.startsWith(Cisco.REPEATED, time.length())));
  }

  /** Juniper says everything in the head. */
  private static Optional<String> junos(NativeRecord syslog) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Object> field : syslog.fields().entrySet()) {
      String name = field.getKey();
      if (name.startsWith(JUNIPER)) {
        String value = field.getValue().toString().replace("\\", "\\\\").replace("\"", "\\\"");
        text.append(' ').append(name.substring(name.lastIndexOf('.') + 1));
        text.append("=\"").append(value).append('"');
      }
    }
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(syslog.text("msgid").orElse("-") + " [" + JUNIPER + "2636" + text + "]");
  }
}
