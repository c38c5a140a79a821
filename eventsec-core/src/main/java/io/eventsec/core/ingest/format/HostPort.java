package io.eventsec.core.ingest.format;

/** An address, or name, with a port behind a colon, as {@code 192.0.2.1:443}. */
final class HostPort {
  private HostPort() {}

  /**
   * Sets address and port of a role.
   *
   * @param role {@code source}, {@code destination}, {@code client}, {@code server}
   */
  static void set(EcsWriter out, String role, String text) {
    String plain = IpText.canonical(text);
    int colon = plain == null ? text.lastIndexOf(':') : -1;
    String host = colon < 0 ? text : text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (!host.isEmpty()) {
      out.put(role + ".address", host);
    }
    String port = colon < 0 ? "" : text.substring(colon + 1);
    if (!port.isEmpty() && !port.equals("-")) {
      String field = role + ".port";
      out.convert(new Mapping(field, field, Conversion.PORT, 0, 0), port);
    }
  }
}
