package io.eventsec.cli.follow;

import io.eventsec.cli.tail.FileKey;
import io.eventsec.cli.tail.Mark;
import io.eventsec.cli.tail.MarkStore;
import io.eventsec.cli.tail.RotatedName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The marks of all files that were ever begun, and not forgotten. Not thread-safe. */
final class Known {
  private static final int MOST = 20_000;
  private static final Duration KEPT = Duration.ofDays(30);

  private final MarkStore store;
  private final Map<String, Mark> marks = new HashMap<>();
  private final Map<FileKey, Set<String>> byKey = new HashMap<>();
  private final Map<String, Set<String>> byLive = new HashMap<>();
  private final Map<String, Instant> saved = new HashMap<>();

  Known(MarkStore store) throws IOException {
    this.store = store;
    for (MarkStore.Saved found : store.load()) {
      put(found.mark());
      saved.put(found.mark().origin(), found.saved());
    }
  }

  /** Remembers a mark in the place of an older one of its origin. */
  void put(Mark mark) {
    Mark old = marks.put(mark.origin(), mark);
    if (old != null) {
      unlink(old);
    }
    byKey.computeIfAbsent(mark.key(), key -> new LinkedHashSet<>()).add(mark.origin());
    byLive.computeIfAbsent(live(mark), name -> new LinkedHashSet<>()).add(mark.origin());
    saved.put(mark.origin(), Instant.now());
  }

  private void unlink(Mark mark) {
    remove(byKey, mark.key(), mark.origin());
    remove(byLive, live(mark), mark.origin());
  }

  private static <K> void remove(Map<K, Set<String>> index, K key, String origin) {
    Set<String> origins = index.get(key);
    if (origins != null && origins.remove(origin) && origins.isEmpty()) {
      index.remove(key);
    }
  }

  private static String live(Mark mark) {
    Path name = Path.of(mark.path()).getFileName();
    return RotatedName.of(String.valueOf(name)).live();
  }

  /** Those of files that were at that place of the disk. */
  List<Mark> at(FileKey key) {
    return marks(byKey.getOrDefault(key, Set.of()));
  }

  /** Those of files that had that name before rotation. */
  List<Mark> named(String live) {
    return marks(byLive.getOrDefault(live, Set.of()));
  }

  /** True if a file of that name was followed before then, a time in milliseconds since 1970. */
  boolean wasFollowed(String live, long time) {
    return named(live).stream().anyMatch(mark -> mark.begun() < time);
  }

  private List<Mark> marks(Set<String> origins) {
    List<Mark> found = new ArrayList<>(origins.size());
    for (String origin : origins) {
      Mark mark = marks.get(origin);
      if (mark != null) {
        found.add(mark);
      }
    }
    return found;
  }

  /** Forgets what was not seen for a long time, and what is too much. */
  void prune(Set<String> seen, Instant now) throws IOException {
    List<Mark> unseen =
        marks.values().stream()
            .filter(mark -> !seen.contains(mark.origin()))
            .sorted(Comparator.comparing(mark -> saved(mark)))
            .toList();
    int tooMany = marks.size() - MOST;
    for (Mark mark : unseen) {
      if (tooMany <= 0 && saved(mark).isAfter(now.minus(KEPT))) {
        return;
      }
      tooMany--;
      store.delete(mark);
      unlink(mark);
      marks.remove(mark.origin());
      saved.remove(mark.origin());
    }
  }

  private Instant saved(Mark mark) {
    return saved.getOrDefault(mark.origin(), Instant.EPOCH);
  }
}
