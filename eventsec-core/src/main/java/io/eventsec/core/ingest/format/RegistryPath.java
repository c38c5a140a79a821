package io.eventsec.core.ingest.format;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the path of a key or value in the registry of Windows says. */
final class RegistryPath {
  private static final Map<String, String> HIVES =
      Map.of(
          "\\REGISTRY\\MACHINE\\", "HKLM\\",
          "\\REGISTRY\\USER\\", "HKU\\");
  private static final String HIVE = "HK";

  private RegistryPath() {}

  /**
   * Sets hive, key and value of a path that begins with a hive; a path that does not says none.
   * Sysmon does not say where the key of its path ends: the key is all of it, the value its last
   * part.
   */
  static void write(EcsWriter out) {
    Optional<String> path = out.text("registry.path").map(RegistryPath::plain);
    if (path.isPresent() && out.get("registry.hive") == null && key(path.get(), out)) {
      value(path.get().substring(path.get().lastIndexOf('\\') + 1), out);
    }
  }

  /** Sets path, hive and key of a key. */
  static void writeKey(@Nullable String name, EcsWriter out) {
    if (name != null && !name.isEmpty()) {
      String path = plain(name);
      out.put("registry.path", path);
      key(path, out);
    }
  }

  /** Sets what a value of a key is called, and what it holds. */
  static void writeValue(
      @Nullable String name, @Nullable String value, @Nullable String data, EcsWriter out) {
    writeKey(name, out);
    if (name != null && !name.isEmpty() && value != null && !value.isEmpty()) {
      out.put("registry.path", plain(name) + '\\' + value);
      value(value, out);
    }
    if (data != null && !data.isEmpty()) {
      out.put("registry.data.strings", data);
    }
  }

  /** The kernel names hives otherwise. */
  private static String plain(String path) {
    for (Map.Entry<String, String> hive : HIVES.entrySet()) {
      if (path.regionMatches(true, 0, hive.getKey(), 0, hive.getKey().length())) {
        return hive.getValue() + path.substring(hive.getKey().length());
      }
    }
    return path;
  }

  private static boolean key(String path, EcsWriter out) {
    int hive = path.indexOf('\\');
    if (hive <= 0 || !path.startsWith(HIVE) || hive + 1 >= path.length()) {
      return false;
    }
    out.putIfAbsent("registry.hive", path.substring(0, hive));
    out.putIfAbsent("registry.key", path.substring(hive + 1));
    return true;
  }

  private static void value(String name, EcsWriter out) {
    if (!name.isEmpty()) {
      out.putIfAbsent("registry.value", name);
    }
  }
}
