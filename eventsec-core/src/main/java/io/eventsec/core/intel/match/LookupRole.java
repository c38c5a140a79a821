package io.eventsec.core.intel.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the values of an ECS field are looked up as. */
enum LookupRole {
  /** An address, in {@code ADDRESS} and {@code NETWORK}. */
  ADDRESS(
      "source.ip",
      "destination.ip",
      "client.ip",
      "server.ip",
      "host.ip",
      "source.nat.ip",
      "destination.nat.ip",
      "client.nat.ip",
      "server.nat.ip",
      "network.forwarded_ip",
      "dns.resolved_ip",
      "related.ip"),
  /** A name in {@code DOMAIN}, or an address. */
  HOST(
      "source.address",
      "source.domain",
      "destination.address",
      "destination.domain",
      "client.address",
      "client.domain",
      "server.address",
      "server.domain",
      "host.name",
      "host.hostname",
      "dns.question.name",
      "dns.answers.name",
      "dns.answers.data",
      "url.domain",
      "tls.client.server_name",
      "related.hosts"),
  /** A complete address of the web. */
  URL("url.full", "url.original", "http.request.referrer"),
  /** An e-mail address, by itself or as {@code Name <name@example.org>}. */
  EMAIL(
      "email.from.address",
      "email.sender.address",
      "email.reply_to.address",
      "email.to.address",
      "email.cc.address",
      "email.bcc.address",
      "user.email"),
  /** A digest of a file; which, its length tells. */
  HASH(
      "file.hash.md5",
      "file.hash.sha1",
      "file.hash.sha256",
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
      "related.hash"),
  /** The name of a file, of a program that runs too. */
  FILE_NAME("file.name", "email.attachments.file.name", "process.name", "dll.name");

  /** By field. */
  static final Map<String, LookupRole> OF_FIELDS = new HashMap<>();

  static {
    for (LookupRole role : values()) {
      role.fields.forEach(field -> OF_FIELDS.put(field, role));
    }
  }

  private final List<String> fields;

  LookupRole(String... fields) {
    this.fields = List.of(fields);
  }

  /** True if the field only repeats what stands in others, as far as others say it. */
  static boolean repeats(String field) {
    return field.startsWith("related.");
  }
}
