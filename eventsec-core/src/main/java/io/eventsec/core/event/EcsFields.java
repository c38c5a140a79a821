package io.eventsec.core.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The table of ECS fields, read once from the resource beside this class. */
final class EcsFields {
  static final Map<String, EcsField> BY_NAME = Collections.unmodifiableMap(read("ecs-fields.txt"));

  private EcsFields() {}

  private static Map<String, EcsField> read(String resource) {
    try (InputStream in = EcsFields.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the resource " + resource);
      }
      return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + resource, e);
    }
  }

  private static Map<String, EcsField> parse(BufferedReader lines) throws IOException {
    Map<String, EcsField> fields = new TreeMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.startsWith("#") && !line.isBlank()) {
        int blank = line.indexOf(' ');
        String name = line.substring(0, blank);
        fields.put(name, new EcsField(name, EcsField.Type.named(line.substring(blank + 1))));
      }
    }
    return fields;
  }
}
