package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;

/** What the logs of web servers and proxies have in common, by the W3C's names. */
final class WebRequest {
  static final FieldTable TABLE = FieldTable.read("access-log.table");
  private static final long FIRST_ERROR = 400;

  private WebRequest() {}

  static void write(NativeRecord said, EcsWriter out) {
    TABLE.common().apply(said, out);
    Addresses.complete(out);
    if (said.get("sc-status") instanceof Long status) {
      out.put("event.outcome", status < FIRST_ERROR ? "success" : "failure");
    }
    said.text("x-forwarded-for")
        .map(list -> list.split(",", 2)[0].strip())
        .map(IpText::canonical)
        .ifPresent(client -> out.put("client.ip", client));
  }
}
