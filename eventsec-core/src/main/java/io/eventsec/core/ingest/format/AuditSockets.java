package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Map;

/** The other side of a connection that an event of the audit system is about. */
final class AuditSockets {
  private static final Map<String, String> SIDES =
      Map.of(
          "connect", "destination",
          "sendto", "destination",
          "sendmsg", "destination",
          "sendmmsg", "destination",
          "accept", "source",
          "accept4", "source",
          "recvfrom", "source",
          "recvmsg", "source",
          "recvmmsg", "source");

  private AuditSockets() {}

  static void write(List<NativeRecord> records, NativeRecord said, EcsWriter out) {
    String side = said.text("SYSCALL").map(SIDES::get).orElse(null);
    if (side != null) {
      records.stream()
          .filter(one -> AuditFields.type(one).equals("SOCKADDR") && one.has("laddr"))
          .findFirst()
          .ifPresent(address -> side(side, address, out));
    } else if (out.get("source.ip") != null) {
      out.put("network.direction", "ingress");
    }
  }

  private static void side(String side, NativeRecord address, EcsWriter out) {
    address.text("laddr").ifPresent(ip -> out.put(side + ".ip", IpText.canonical(ip)));
    address.text("lport").ifPresent(port -> out.put(side + ".port", Numbers.whole(port)));
    out.put("network.direction", side.equals("source") ? "ingress" : "egress");
  }
}
