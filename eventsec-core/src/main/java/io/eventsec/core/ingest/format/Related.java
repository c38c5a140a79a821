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
                  "network.forwarded_ip",
                  "source.nat.ip",
                  "destination.nat.ip",
                  "server.nat.ip")),
          new Role(
              "related.hosts",
              List.of(
                  "dns.question.name",
                  "url.domain",
                  "tls.client.server_name",
                  "client.domain",
                  "source.domain",
                  "destination.domain",
                  "server.domain",
                  "observer.name",
                  "host.name",
                  "host.hostname")),
          new Role(
              "related.user",
              List.of(
                  "user.name",
                  "source.user.name",
                  "destination.user.name",
                  "user.target.name",
                  "user.effective.name",
                  "user.changes.name",
                  "process.user.name")),
          new Role(
              "related.hash",
              List.of(
                  "file.hash.md5",
                  "file.hash.sha1",
                  "file.hash.sha256",
                  "file.hash.sha512",
                  "process.hash.md5",
                  "process.hash.sha1",
                  "process.hash.sha256",
                  "process.parent.hash.md5",
                  "process.parent.hash.sha1",
                  "process.parent.hash.sha256",
                  "dll.hash.md5",
                  "dll.hash.sha1",
                  "dll.hash.sha256",
                  "email.attachments.file.hash.md5",
                  "email.attachments.file.hash.sha1",
                  "email.attachments.file.hash.sha256",
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
        if (value instanceof String) {
          values.add(value);
        } else if (value instanceof List<?> list) {
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
