package io.eventsec.cli.follow;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells of files that cannot be looked at once, not each second, and not of those that are well the
 * next time: while a log is rotated its name is nobody's for a moment. Not thread-safe.
 */
final class FileProblems {
  private static final int SCANS = 3;
  private static final int MOST_TOLD = 20;

  private final Notes notes;
  private final Map<Path, Integer> seen = new HashMap<>();
  private Map<Path, String> current = Map.of();
  private int leftOut;

  FileProblems(Notes notes) {
    this.notes = notes;
  }

  /** The problems of a scan. */
  void now(Map<Path, String> found, int tooMany) {
    seen.keySet().retainAll(found.keySet());
    int told = 0;
    for (Map.Entry<Path, String> problem : found.entrySet()) {
      int scans = seen.merge(problem.getKey(), 1, Integer::sum);
      if (scans == SCANS && told++ < MOST_TOLD) {
        notes.problem(
            problem.getKey() + " is not read: " + problem.getValue() + "; it is looked at again");
      }
    }
    if (tooMany > 0 && leftOut == 0) {
      notes.problem(tooMany + " files wait until others are read to their end; see --most-files");
    }
    leftOut = tooMany;
    current = Map.copyOf(found);
  }

  /** Those of the last scan. */
  Map<Path, String> current() {
    return current;
  }
}
