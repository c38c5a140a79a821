package io.eventsec.core.ingest.format;

import java.util.List;

/** What {@code address} fields hold, which may be an address or a name. */
final class Addresses {
  private static final List<String> ROLES = List.of("source", "destination", "client", "server");

  private Addresses() {}

  /** Sets {@code ip} or {@code domain} of each role that has an {@code address} only. */
  static void complete(EcsWriter out) {
    for (String role : ROLES) {
      out.text(role + ".address")
          .ifPresent(
              address -> {
                String ip = IpText.canonical(address);
                String field = role + (ip == null ? ".domain" : ".ip");
                if (out.get(field) == null) {
                  out.put(field, ip == null ? address : ip);
                }
              });
    }
  }
}
