package io.eventsec.core.ingest.audit;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What another parser made of the logs in the corpus. */
final class AuditGolden {
  private AuditGolden() {}

  /** The files of a folder whose names have that ending, in order. */
  static List<Path> files(String folder, String ending) throws IOException {
    try (var files = Files.list(Corpus.file("logs/auditd/" + folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** The elements of the array beside a file; null where the other parser gave up. */
  static List<@Nullable Map<String, @Nullable Object>> beside(Path file, String ending)
      throws IOException {
    String name = Objects.requireNonNull(file.getFileName()).toString();
    Path golden = file.resolveSibling(name + ending);
    String text = Files.readString(golden, StandardCharsets.UTF_8);
    List<@Nullable Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Object one :
        (List<?>) Objects.requireNonNull(Json.object("{\"all\":" + text + "}").get("all"))) {
      all.add(map(one));
    }
    return all;
  }

  @SuppressWarnings("unchecked")
  static @Nullable Map<String, @Nullable Object> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : null;
  }

  /** The tests of a file by name, each with its lines. */
  static Map<String, List<String>> cases(Path yaml) throws IOException {
    Map<String, List<String>> cases = new LinkedHashMap<>();
    List<String> current = new ArrayList<>();
    for (String line : Files.readAllLines(yaml)) {
      if (line.startsWith("    type=")) {
        current.add(line.strip());
      } else if (line.startsWith("  ") && !line.strip().startsWith("#") && line.indexOf(':') > 0) {
        current = new ArrayList<>();
        cases.put(line.substring(0, line.lastIndexOf(':')).strip(), current);
      }
    }
    return cases;
  }

  /** Paths with dots to everything that is no map; empty maps and lists have none. */
  static Map<String, Object> flat(@Nullable Object value) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flat("", value, flat);
    return flat;
  }

  private static void flat(String path, @Nullable Object value, Map<String, Object> flat) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, inner) -> flat(path.isEmpty() ? "" + name : path + '.' + name, inner, flat));
    } else if (value != null) {
      flat.put(path, value);
    }
  }
}
