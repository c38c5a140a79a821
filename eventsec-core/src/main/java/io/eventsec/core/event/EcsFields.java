package io.eventsec.core.event;

import io.eventsec.core.internal.JarText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The table of ECS fields, read once from the resource beside this class. */
final class EcsFields {
  static final Map<String, EcsField> BY_NAME = Collections.unmodifiableMap(read());

  private EcsFields() {}

  private static Map<String, EcsField> read() {
    Map<String, EcsField> fields = new TreeMap<>();
    JarText.read(EcsFields.class, "ecs-fields.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(EcsFields::field)
        .forEach(field -> fields.put(field.name(), field));
    return fields;
  }

  private static EcsField field(String line) {
    int blank = line.indexOf(' ');
    return new EcsField(line.substring(0, blank), EcsField.Type.named(line.substring(blank + 1)));
  }
}
