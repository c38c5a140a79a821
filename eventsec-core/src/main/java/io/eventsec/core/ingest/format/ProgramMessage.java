package io.eventsec.core.ingest.format;

import io.eventsec.core.event.LogTime;
import java.util.List;

/**
 * What a program has said, whatever brought it: syslog, the journal of systemd, a container.
 *
 * @param program its name; empty if nobody knows
 * @param message its text
 */
record ProgramMessage(String program, String message) {
  static final MessageTable TABLE =
      MessageTable.read(
          List.of(
              "messages/sshd.table",
              "messages/accounts.table",
              "messages/mail.table",
              "messages/servers.table",
              "messages/devices.table",
              "messages/juniper.table",
              "messages/pfsense.table",
              "messages/appliances.table",
              "messages/applications.table",
              "messages/services.table",
              "messages/sign-ins.table",
              "messages/web.table",
              "messages/windows-servers.table",
              "messages/databases.table",
              "messages/platforms.table",
              "messages/network-services.table"));

  /** Sets what the message means, if its program is known to write such ones. */
  void write(EcsWriter out, LogTime times) {
    TABLE
        .find(name(), message)
        .ifPresent(
            found -> {
              found.natives().fields().forEach(out.event()::nativeField);
              found.write(out, times);
            });
  }

  /**
   * Without the path of its file, or what postfix puts before the names of its parts, or the part
   * in brackets that says which of several it is.
   */
  private String name() {
    int bracket = program.indexOf('(');
    String plain = bracket > 0 ? program.substring(0, bracket) : program;
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
