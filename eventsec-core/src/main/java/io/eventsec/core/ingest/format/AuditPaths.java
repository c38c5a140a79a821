package io.eventsec.core.ingest.format;

import io.eventsec.core.ingest.NativeRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file that an event of the audit system is about: of the paths that a system call went along
 * the first that is no directory above, nor unknown.
 */
final class AuditPaths {
  private static final Set<String> NOT_MEANT = Set.of("PARENT", "UNKNOWN");
  private static final int TYPE_DIGITS = 4;

  /** By the part of the mode before the last four digits. */
  private static final Map<String, String> TYPES =
      Map.of(
          "01",
          "fifo",
          "02",
          "char_device",
          "04",
          "dir",
          "06",
          "block_device",
          "010",
          "file",
          "012",
          "symlink",
          "014",
          "socket");

  private AuditPaths() {}

  static void write(List<NativeRecord> records, EcsWriter out) {
    meant(records).ifPresent(path -> write(path, out));
  }

  private static Optional<NativeRecord> meant(List<NativeRecord> records) {
    NativeRecord parent = null;
    for (NativeRecord one : records) {
      String name = one.text("name").orElse("(null)");
      if (AuditFields.type(one).equals("PATH") && !name.equals("(null)")) {
        if (!NOT_MEANT.contains(kind(one))) {
          return Optional.of(one);
        }
        parent = parent == null ? one : parent;
      }
    }
    return Optional.ofNullable(parent);
  }

  /** Older kernels have another name for it. */
  private static String kind(NativeRecord path) {
    return path.text("nametype").or(() -> path.text("objtype")).orElse("");
  }

  private static void write(NativeRecord path, EcsWriter out) {
    out.put("file.path", absolute(path.text("name").orElse(""), out));
    out.put("file.inode", path.text("inode").orElse(null));
    out.put("file.uid", path.text("ouid").orElse(null));
    out.put("file.gid", path.text("ogid").orElse(null));
    out.put("file.owner", path.text("OUID").orElse(null));
    out.put("file.group", path.text("OGID").orElse(null));
    path.text("mode").ifPresent(mode -> mode(mode, out));
  }

  /** A path counts from where the process stands. */
  private static String absolute(String name, EcsWriter out) {
    String from = out.text("process.working_directory").orElse("");
    if (name.startsWith("/") || from.isEmpty()) {
      return name;
    }
    String below = name.startsWith("./") ? name.substring(2) : name;
    return from.endsWith("/") ? from + below : from + '/' + below;
  }

  private static void mode(String mode, EcsWriter out) {
    int split = mode.length() - TYPE_DIGITS;
    if (split > 0 && split <= TYPE_DIGITS) {
      out.put("file.mode", mode.substring(split));
      out.put("file.type", TYPES.get(mode.substring(0, split)));
    }
  }
}
