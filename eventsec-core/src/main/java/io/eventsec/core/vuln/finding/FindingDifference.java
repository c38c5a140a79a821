package io.eventsec.core.vuln.finding;

import io.eventsec.core.vuln.FindingStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What becomes of the findings of an asset when it is looked through again. What people decided
 * stands for as long as the evidence does: only what is fixed and found again is opened anew. Where
 * the library lacks a feed, what is not found may be there all the same: then only what has gone
 * with its component is fixed, and what is known stays as it is said.
 *
 * @param opened new ones, by key
 * @param reopened by the ids of their rows, with what they say now
 * @param changed by the ids of their rows, with what they say now
 * @param fixed the ids of the rows whose evidence is gone
 * @param unchanged how many stay as they are
 * @param leftOut how many are new and have no room
 * @param active how many there are then that are not fixed
 */
public record FindingDifference(
    SortedMap<FindingKey, FindingContent> opened,
    SortedMap<Long, FindingContent> reopened,
    SortedMap<Long, FindingContent> changed,
    List<Long> fixed,
    int unchanged,
    int leftOut,
    int active) {

  /**
   * Compares.
   *
   * @param stored those of the asset, without those whose component is gone and that are fixed
   * @param found what there is now, the most dangerous first
   * @param complete false if the library lacks a feed
   * @param most how many an asset may have that are not fixed; those that are most dangerous first
   */
  public static FindingDifference of(
      Collection<StoredFinding> stored,
      Map<FindingKey, FindingContent> found,
      boolean complete,
      int most) {
    Comparing comparing = new Comparing(found, complete);
    stored.stream()
        .sorted(Comparator.comparing(StoredFinding::key).thenComparing(StoredFinding::id))
        .forEach(comparing::stored);
    return comparing.difference(most);
  }

  /** True if nothing is to be written. */
  public boolean isEmpty() {
    return opened.isEmpty() && reopened.isEmpty() && changed.isEmpty() && fixed.isEmpty();
  }

  private static final class Comparing {
    private final Map<FindingKey, FindingContent> found;
    private final boolean complete;
    private final TreeMap<Long, FindingContent> reopened = new TreeMap<>();
    private final TreeMap<Long, FindingContent> changed = new TreeMap<>();
    private final List<Long> fixed = new ArrayList<>();
    private final Set<FindingKey> known = new HashSet<>();
    private int unchanged;
    private int open;

    Comparing(Map<FindingKey, FindingContent> found, boolean complete) {
      this.found = found;
      this.complete = complete;
    }

    void stored(StoredFinding row) {
      known.add(row.key());
      FindingContent now = found.get(row.key());
      boolean wasFixed = row.status() == FindingStatus.FIXED;
      if (now == null) {
        missing(row, wasFixed);
      } else if (wasFixed) {
        reopened.put(row.id(), now);
        open++;
      } else if (complete && !now.equals(row.content())) {
        changed.put(row.id(), now);
        open++;
      } else {
        unchanged++;
        open++;
      }
    }

    private void missing(StoredFinding row, boolean wasFixed) {
      if (wasFixed) {
        unchanged++;
      } else if (complete || !row.installed()) {
        fixed.add(row.id());
      } else {
        unchanged++;
        open++;
      }
    }

    FindingDifference difference(int most) {
      TreeMap<FindingKey, FindingContent> opened = new TreeMap<>();
      int leftOut = 0;
      for (Map.Entry<FindingKey, FindingContent> one : found.entrySet()) {
        if (!known.contains(one.getKey())) {
          if (open < most) {
            opened.put(one.getKey(), one.getValue());
            open++;
          } else {
            leftOut++;
          }
        }
      }
      return new FindingDifference(opened, reopened, changed, fixed, unchanged, leftOut, open);
    }
  }
}
