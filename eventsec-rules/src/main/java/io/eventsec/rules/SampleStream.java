package io.eventsec.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What one sensor wrote to one file during the sample capture.
 *
 * @param name a name for the source, {@code suricata-eve}, {@code zeek-conn}
 * @param format the name of the format, {@code suricata-eve} or {@code zeek-json}
 * @param lines one JSON object each, in the order of time
 */
public record SampleStream(String name, String format, List<String> lines) {
  /** Copies the list. */
  public SampleStream {
    lines = List.copyOf(lines);
  }

  /** The lines as a sender would send them: in UTF-8, each ended by a line feed. */
  public byte[] payload() {
    return (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8);
  }
}
