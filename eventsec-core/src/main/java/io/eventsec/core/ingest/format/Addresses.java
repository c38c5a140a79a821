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
                // With a port behind it, it is an address all the same.
                boolean isName = ip == null && IpText.ofAddress(address) == null;
                if (out.get(field) == null && (isName || ip != null)) {
                  out.put(field, ip == null ? address : ip);
                }
              });
    }
  }

  /**
   * Sets {@code ip} and {@code port} of each role whose {@code address} has a port behind it, or
   * further addresses behind a comma: those of who passed the request on.
   */
  static void split(EcsWriter out) {
    for (String role : ROLES) {
      out.text(role + ".address").ifPresent(text -> withPort(role, text, out));
    }
  }

  private static void withPort(String role, String text, EcsWriter out) {
    String ip = IpText.ofAddress(text);
    if (ip == null) {
      return;
    }
    out.putIfAbsent(role + ".ip", ip);
    String first = text.split(",", 2)[0].strip();
    if (out.get(role + ".port") == null && IpText.canonical(first) == null) {
      Object port = Conversion.PORT.convert(first.substring(first.lastIndexOf(':') + 1));
      out.put(role + ".port", port);
    }
  }
}
