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
              "messages/pfsense.table",
              "messages/appliances.table",
              "messages/applications.table",
              "messages/services.table",
              "messages/web.table"));

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

  /** Without the path of its file, or what postfix puts before the names of its parts. */
  private String name() {
    return program.substring(program.lastIndexOf('/') + 1);
  }
}
