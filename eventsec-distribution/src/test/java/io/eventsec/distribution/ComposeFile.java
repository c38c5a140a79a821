package io.eventsec.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A compose file as the engines see it: merge keys applied, variables at their defaults. */
record ComposeFile(Map<String, Object> content) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z_]+(?::-([^}]*)|:\\?[^}]*)}");

  static ComposeFile read(Path file) throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    return new ComposeFile(map(plain(read)));
  }

  Set<String> services() {
    return map(content.get("services")).keySet();
  }

  Service service(String name) {
    return new Service(name, map(map(content.get("services")).get(name)));
  }

  Map<String, Object> section(String name) {
    return map(content.get(name));
  }

  @SuppressWarnings("unchecked") // a mapping of YAML; its keys are strings in such a file
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> members) {
      return merged(members);
    }
    if (value instanceof List<?> items) {
      return items.stream().map(ComposeFile::plain).toList();
    }
    return value instanceof String text ? withDefaults(text) : value;
  }

  /** What stands in the mapping itself wins over what {@code <<} brings. */
  private static Map<String, Object> merged(Map<?, ?> members) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (members.get("<<") instanceof Map<?, ?> other) {
      all.putAll(merged(other));
    }
    for (Map.Entry<?, ?> member : members.entrySet()) {
      if (!"<<".equals(member.getKey())) {
        all.put(String.valueOf(member.getKey()), plain(member.getValue()));
      }
    }
    return all;
  }

  private static String withDefaults(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(
            found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)));
  }

  /** One service. */
  record Service(String name, Map<String, Object> content) {
    Object get(String key) {
      Object value = content.get(key);
      return value == null ? "" : value;
    }

    Map<String, Object> section(String key) {
      return map(content.get(key));
    }

    List<?> list(String key) {
      return content.get(key) instanceof List<?> items ? items : List.of();
    }

    /** On what state of which other service it waits. */
    Map<String, Object> waitsFor() {
      Map<String, Object> conditions = new LinkedHashMap<>();
      section("depends_on")
          .forEach((other, how) -> conditions.put(other, map(how).get("condition")));
      return conditions;
    }
  }
}
