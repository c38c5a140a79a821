package io.eventsec.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Reads settings out of a map. */
final class Given {
  static final Path OUTPUT = Path.of("output");

  private Given() {}

  static Configuration settings(Map<String, String> values) {
    return Configuration.read(key -> Optional.ofNullable(values.get(key)), values.keySet(), OUTPUT);
  }

  static Configuration setting(String key, String value) {
    return settings(Map.of(key, value));
  }
}
