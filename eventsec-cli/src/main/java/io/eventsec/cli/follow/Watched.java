package io.eventsec.cli.follow;

import io.eventsec.cli.tail.FileKey;
import io.eventsec.cli.tail.RotatedName;
import io.eventsec.cli.tail.Sighting;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the files to follow: those that are named, lie in a directory that is named, or fit a
 * pattern; and beside them, or in archives, what rotation may have made of them. Not thread-safe.
 */
final class Watched {
  private static final int ARCHIVE_SCANS = 30;

  private final List<WatchedName> names;
  private final List<Path> archives;
  private final Map<Path, String> archiveProblems = new TreeMap<>();
  private List<Sighting> archived = List.of();
  private int scans;

  /**
   * A search.
   *
   * @param names files, directories, patterns
   * @param archives directories that rotation moves files to
   */
  Watched(List<String> names, List<Path> archives) {
    this.names = names.stream().map(WatchedName::of).toList();
    this.archives = List.copyOf(archives);
  }

  /**
   * What there is.
   *
   * @param files to follow, those that were written to last first
   * @param rotated of these, files that are nobody's but may be the rest of one that was begun
   * @param problems what cannot be looked at, and why
   */
  record Scan(List<Sighting> files, List<Sighting> rotated, Map<Path, String> problems) {}

  /** Looks. */
  Scan scan() {
    Map<Path, String> problems = new TreeMap<>();
    Set<Path> named = new HashSet<>();
    for (WatchedName name : names) {
      name.find(named, problems);
    }
    Map<FileKey, Sighting> files = new LinkedHashMap<>();
    named.stream().sorted().forEach(path -> look(path, files, problems));
    List<Sighting> newest =
        files.values().stream()
            .sorted(Comparator.comparingLong(Sighting::modified).reversed())
            .toList();
    Map<FileKey, Sighting> rotated = new LinkedHashMap<>();
    lookAtRotated(besides(named, problems), rotated, problems);
    archived().forEach(sighting -> rotated.putIfAbsent(sighting.key(), sighting));
    problems.putAll(archiveProblems);
    rotated.keySet().removeAll(files.keySet());
    return new Scan(newest, List.copyOf(rotated.values()), problems);
  }

  private static void look(Path path, Map<FileKey, Sighting> seen, Map<Path, String> problems) {
    try {
      if (Files.isRegularFile(path)) {
        Sighting sighting = Sighting.of(path);
        seen.putIfAbsent(sighting.key(), sighting);
      }
    } catch (NoSuchFileException e) {
      // Gone since the directory was read.
    } catch (IOException e) {
      problems.put(path, cause(e));
    }
  }

  /** Files beside these with names that rotation gives. */
  private Set<Path> besides(Set<Path> named, Map<Path, String> problems) {
    Set<Path> directories = named.stream().map(Path::getParent).collect(Collectors.toSet());
    names.forEach(name -> directories.add(name.directory()));
    Set<Path> found = new HashSet<>();
    directories.forEach(directory -> WatchedName.list(directory, 1, found, problems));
    found.removeAll(named);
    return found;
  }

  /** Archives are large and change seldom. */
  private List<Sighting> archived() {
    if (scans++ % ARCHIVE_SCANS == 0) {
      archiveProblems.clear();
      Set<Path> found = new HashSet<>();
      for (Path archive : archives) {
        WatchedName.list(archive, WatchedName.DEEPEST, found, archiveProblems);
      }
      Map<FileKey, Sighting> seen = new LinkedHashMap<>();
      lookAtRotated(found, seen, archiveProblems);
      archived = List.copyOf(seen.values());
    }
    return archived;
  }

  private static void lookAtRotated(
      Set<Path> found, Map<FileKey, Sighting> seen, Map<Path, String> problems) {
    found.stream()
        .filter(path -> RotatedName.of(String.valueOf(path.getFileName())).isRotated())
        .sorted()
        .forEach(path -> look(path, seen, problems));
  }

  /** Why a file cannot be read, for people. */
  static String cause(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "this user may not read it";
    }
    if (e instanceof NoSuchFileException) {
      return "it is not there";
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
