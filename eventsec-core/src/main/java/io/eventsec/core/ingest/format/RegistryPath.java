package io.eventsec.core.ingest.format;

import java.util.Map;

/** What the path of a key or value in the registry of Windows says. */
final class RegistryPath {
  private static final Map<String, String> HIVES =
      Map.of(
          "\\REGISTRY\\MACHINE\\", "HKLM\\",
          "\\REGISTRY\\USER\\", "HKU\\");
  private static final String HIVE = "HK";

  private RegistryPath() {}

  /** Sets hive, key and value of a path that begins with a hive; a path that does not says none. */
  static void write(EcsWriter out) {
    out.text("registry.path").ifPresent(path -> write(plain(path), out));
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

  private static void write(String path, EcsWriter out) {
    int hive = path.indexOf('\\');
    int value = path.lastIndexOf('\\');
    if (hive <= 0 || !path.startsWith(HIVE) || hive + 1 >= path.length()) {
      return;
    }
    out.putIfAbsent("registry.hive", path.substring(0, hive));
    out.putIfAbsent("registry.key", path.substring(hive + 1));
    if (value + 1 < path.length()) {
      out.putIfAbsent("registry.value", path.substring(value + 1));
    }
  }
}
