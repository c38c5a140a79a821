package io.eventsec.core.ingest.format;

import java.util.Locale;
import java.util.Map;

/** The names of the DNS' types and answers, for the words that devices have for them. */
final class DnsWords {
  private static final Map<String, String> TYPES =
      Map.of(
          "a host address", "A",
          "ip6 address", "AAAA",
          "text strings", "TXT",
          "a domain name pointer", "PTR",
          "an authoritative name server", "NS",
          "the canonical name for an alias", "CNAME",
          "marks the start of a zone of authority", "SOA",
          "mail exchange", "MX",
          "server selection", "SRV");
  private static final Map<String, String> CODES =
      Map.of(
          "no error", "NOERROR",
          "format error", "FORMERR",
          "server failure", "SERVFAIL",
          "non-existent domain", "NXDOMAIN",
          "not implemented", "NOTIMP",
          "query refused", "REFUSED");

  private DnsWords() {}

  static void type(String words, EcsWriter out) {
    set("dns.question.type", words, TYPES, out);
  }

  static void code(String words, EcsWriter out) {
    set("dns.response_code", words, CODES, out);
  }

  private static void set(String field, String words, Map<String, String> names, EcsWriter out) {
    String name = names.get(words.strip().toLowerCase(Locale.ROOT));
    if (name != null) {
      out.put(field, name);
    }
  }
}
