package io.eventsec.persistence.inventory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a snapshot changes: components by key against the rows in force. An upgrade is a component
 * that goes and one that comes under the same name; of several versions side by side as many are
 * upgraded as go and come.
 */
final class SnapshotDifference {
  private final Map<String, SoftwareComponent> installed = new LinkedHashMap<>();
  private final List<Long> removedRows = new ArrayList<>();
  private final Map<Line, Integer> goes = new HashMap<>();
  private int unchanged;

  SnapshotDifference(Collection<SoftwareComponent> components, Iterable<Present> present) {
    components.forEach(component -> installed.putIfAbsent(ComponentKey.of(component), component));
    for (Present row : present) {
      if (installed.remove(row.key()) == null) {
        removedRows.add(row.id());
        goes.merge(row.line(), 1, Integer::sum);
      } else {
        unchanged++;
      }
    }
  }

  /** What comes, by key. */
  Map<String, SoftwareComponent> installed() {
    return installed;
  }

  /** The rows that go. */
  List<Long> removedRows() {
    return removedRows;
  }

  /** How many stay. */
  int unchanged() {
    return unchanged;
  }

  /** How many components there are now. */
  int total() {
    return installed.size() + unchanged;
  }

  SnapshotResult.Recorded result(AssetRows.Found asset) {
    int upgraded = upgraded();
    return new SnapshotResult.Recorded(
        asset.id(),
        asset.created(),
        installed.size() - upgraded,
        upgraded,
        removedRows.size() - upgraded,
        unchanged,
        asset.merges());
  }

  private int upgraded() {
    Map<Line, Integer> comes = new HashMap<>();
    installed
        .values()
        .forEach(
            component ->
                comes.merge(
                    new Line(component.ecosystem(), component.name(), component.arch()),
                    1,
                    Integer::sum));
    int upgraded = 0;
    for (Map.Entry<Line, Integer> line : comes.entrySet()) {
      upgraded += Math.min(line.getValue(), goes.getOrDefault(line.getKey(), 0));
    }
    return upgraded;
  }

  /**
   * A row in force.
   *
   * @param id of the row
   * @param key as {@link ComponentKey} makes it
   * @param line what it is, in whatever version
   */
  record Present(long id, String key, Line line) {}

  /** What stays the same over versions. */
  record Line(String ecosystem, String name, String arch) {}
}
