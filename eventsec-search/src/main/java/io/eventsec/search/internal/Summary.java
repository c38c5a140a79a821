package io.eventsec.search.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line that tells an event from its neighbours in a list. */
final class Summary {
  private static final int LONGEST = 200;
  private static final String[] TOPICS = {
    "rule.name",
    "dns.question.name",
    "url.original",
    "url.full",
    "url.domain",
    "tls.client.server_name",
    "file.name",
    "event.action"
  };

  private Summary() {}

  /** The message if there is one, else what it is about and between whom. */
  static String of(Map<String, Object> fields) {
    @Nullable Object message = fields.get("message");
    if (message != null) {
      return Text.start(first(message), LONGEST);
    }
    StringBuilder line = new StringBuilder();
    for (String topic : TOPICS) {
      if (line.isEmpty() && fields.get(topic) != null) {
        line.append(first(fields.get(topic)));
      }
    }
    String source = endpoint(fields, "source");
    String destination = endpoint(fields, "destination");
    if (!source.isEmpty() || !destination.isEmpty()) {
      line.append(line.isEmpty() ? "" : "  ");
      line.append(source.isEmpty() ? "?" : source);
      line.append(" > ").append(destination.isEmpty() ? "?" : destination);
    }
    return Text.start(line.toString(), LONGEST);
  }

  private static String endpoint(Map<String, Object> fields, String side) {
    @Nullable Object address = fields.get(side + ".ip");
    if (address == null) {
      address = fields.get(side + ".address");
    }
    if (address == null) {
      return "";
    }
    @Nullable Object port = fields.get(side + ".port");
    return first(address) + (port == null ? "" : ":" + first(port));
  }

  private static String first(@Nullable Object value) {
    return value instanceof java.util.List<?> list && !list.isEmpty()
        ? String.valueOf(list.get(0))
        : String.valueOf(value);
  }
}
