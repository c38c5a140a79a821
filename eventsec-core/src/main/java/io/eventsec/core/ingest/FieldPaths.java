package io.eventsec.core.ingest;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dotted paths of a batch's fields, each made once: records of one sensor have the same names
 * over and over, and a path that comes again has its hash already. Names come from outside, so only
 * so many are remembered. For one thread.
 */
final class FieldPaths {
  private static final int MAX_REMEMBERED = 2_048;

  private final Path root = new Path("");
  private int remembered;

  /** The path of the record itself. */
  Path root() {
    return root;
  }

  /**
   * The path of a field that has not been seen, remembered while there is room.
   *
   * @param sent what the sender calls the field
   * @param name its dotted path
   */
  Path child(Path parent, String sent, String name) {
    Path child = new Path(name);
    if (remembered < MAX_REMEMBERED) {
      remembered++;
      parent.below.put(sent, child);
    }
    return child;
  }

  /** A field's place in a record, and the fields below it that have been seen. */
  static final class Path {
    private final String name;
    private final Map<String, Path> below = new HashMap<>();

    private Path(String name) {
      this.name = name;
    }

    /** The dotted path; empty for the record itself. */
    String name() {
      return name;
    }

    /** The path of the field that the sender calls so; null if it has not been seen. */
    @Nullable Path known(String sent) {
      return below.get(sent);
    }
  }
}
