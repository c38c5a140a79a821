package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;

/**
 * Who is behind an address in a message of Cisco's firewalls: {@code (LOCAL\\staff\\ada)}, {@code
 * (LOCAL\\ada, 17:Guests)} with the tag of a security group, or the tag alone.
 */
final class CiscoIdentity {
  private static final String USER = "user.name";

  private CiscoIdentity() {}

  /** Sets the user of each end, and whom the message is about where only its source has one. */
  static void write(NativeRecord said, EcsWriter out) {
    write("source", said.text("cisco.source_identity").orElse(""), out);
    write("destination", said.text("cisco.destination_identity").orElse(""), out);
    boolean isPeer = out.get("source.address") != null && out.get("source.user.name") == null;
    if (isPeer) {
      out.put("source.user.name", out.get(USER));
    } else {
      out.text("source.user.name").ifPresent(name -> out.putIfAbsent(USER, name));
    }
    Accounts.complete(out);
  }

  private static void write(String role, String written, EcsWriter out) {
    String text = written.strip();
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return;
    }
    for (String part : text.substring(1, text.length() - 1).split(", ", 2)) {
      int name = part.lastIndexOf('\\');
      if (name > 0) {
        int domain = part.indexOf('\\');
        out.put(role + ".user.domain", part.substring(0, domain));
        out.put(role + ".user.name", part.substring(name + 1));
        if (domain < name) {
          out.put(role + ".user.group.name", part.substring(domain + 1, name));
        }
      }
    }
  }
}
