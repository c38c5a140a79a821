package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import io.eventsec.core.ingest.template.LeadingTime;
import io.eventsec.core.ingest.template.MessageTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of log of pairs. Immutable.
 *
 * @param name the section of the table that says what its pairs mean
 * @param between what stands between two pairs
 * @param sign what stands between name and value
 * @param head what the line looks like
 */
record PairKind(String name, char between, char sign, MessageTemplate head) {
  private static final String PAIRS = "pairs";
  private static final Map<String, String> WORDS =
      Map.of(
          "TCP", "protocol",
          "UDP", "protocol",
          "ICMP", "protocol",
          "Inbound", "direction",
          "Outbound", "direction");

  /** Reads {@code name between sign template}; an underscore stands for a blank. */
  static PairKind read(String line) {
    String[] parts = line.split(" ", 4);
    return new PairKind(
        parts[0],
        parts[1].replace('_', ' ').charAt(0),
        parts[2].charAt(0),
        MessageTemplate.parse(parts[3]));
  }

  /** The fields of a line; empty if it has another head. */
  Optional<NativeRecord> read(LeadingTime line) {
    return head.match(line).map(this::fields);
  }

  private NativeRecord fields(Map<String, String> found) {
    Map<String, Object> fields = new LinkedHashMap<>(found);
    fields.remove(PAIRS);
    fields.put(PairLog.KIND, name);
    String pairs = lead() + found.getOrDefault(PAIRS, "");
    if (sign == '=') {
      KeyValues.of(pairs, between).forEach(fields::putIfAbsent);
    } else {
      SeparatedPairs.read(pairs, String.valueOf(between), sign, fields);
    }
    if (sign == ':') {
      words(pairs, fields);
    }
    if (found.containsKey("clock")) {
      String zone = found.getOrDefault("zone", "").replace("\"", "");
      fields.put("time", found.get("date") + ' ' + found.get("clock") + zone);
    }
    return new NativeRecord(fields);
  }

  /** Symantec has protocol and direction between the pairs, without names. */
  private void words(String pairs, Map<String, Object> fields) {
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      if (pairs.contains(between + word.getKey() + between)) {
        fields.putIfAbsent(word.getValue(), word.getKey());
      }
    }
  }

  /** The name that the head's literal ends with belongs to the first pair. */
  private String lead() {
    String text = head.toString();
    int gap = text.lastIndexOf('{');
    int start = Math.max(text.lastIndexOf('}', gap) + 1, text.lastIndexOf(between, gap) + 1);
    String literal = text.substring(Math.min(start, gap), gap);
    return literal.indexOf(sign) > 0 && sign != '=' ? literal : "";
  }
}
