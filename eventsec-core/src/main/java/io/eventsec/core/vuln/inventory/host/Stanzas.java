package io.eventsec.core.vuln.inventory.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Files of stanzas that blank lines part: fields with a colon, and what continues them. */
final class Stanzas {
  private static final int LONGEST_VALUE = 10_000;
  private static final int MOST = 1_000_000;

  private Stanzas() {}

  /**
   * Reads a file. What continues a field in the next line is not read: no field that is wanted
   * does.
   */
  static void read(InputStream in, Consumer<Map<String, String>> sink) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    Map<String, String> fields = new HashMap<>();
    int count = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isBlank()) {
        count += flush(fields, sink);
        if (count > MOST) {
          throw new IOException("More than " + MOST + " packages in one file");
        }
      } else {
        field(line, fields);
      }
    }
    flush(fields, sink);
  }

  private static int flush(Map<String, String> fields, Consumer<Map<String, String>> sink) {
    if (fields.isEmpty()) {
      return 0;
    }
    sink.accept(Map.copyOf(fields));
    fields.clear();
    return 1;
  }

  private static void field(String line, Map<String, String> fields) {
    int colon = line.indexOf(':');
    boolean continues = line.startsWith(" ") || line.startsWith("\t");
    if (!continues && colon > 0 && line.length() < LONGEST_VALUE) {
      fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 1).strip());
    }
  }
}
