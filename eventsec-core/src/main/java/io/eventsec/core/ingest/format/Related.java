package io.eventsec.core.ingest.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** The {@code related.*} fields, by which one search finds an address or name in whatever role. */
final class Related {
  private static final List<Role> ROLES =
      List.of(
          new Role(
              "related.ip",
              List.of(
                  "source.ip",
                  "destination.ip",
                  "client.ip",
                  "server.ip",
                  "host.ip",
                  "dns.resolved_ip",
                  "network.forwarded_ip")),
          new Role(
              "related.hosts",
              List.of(
                  "dns.question.name", "url.domain", "tls.client.server_name", "client.domain")),
          new Role("related.user", List.of("user.name")),
          new Role(
              "related.hash",
              List.of(
                  "file.hash.md5",
                  "file.hash.sha1",
                  "file.hash.sha256",
                  "tls.client.ja3",
                  "tls.server.ja3s",
                  "tls.server.hash.sha1",
                  "tls.server.hash.sha256")));

  private Related() {}

  private record Role(String related, List<String> fields) {}

  static void complete(EcsWriter out) {
    for (Role role : ROLES) {
      List<Object> values = new ArrayList<>(4);
      for (String field : role.fields()) {
        Object value = out.get(field);
        if (value instanceof List<?> list) {
          values.addAll(list);
        } else if (value != null) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        out.put(role.related(), List.copyOf(new LinkedHashSet<>(values)));
      }
    }
  }
}
