package io.eventsec.cli.follow;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that names stand for now, for those who read them once. */
public final class NamedFiles {
  private NamedFiles() {}

  /**
   * The files: those that are named as they are, what lies in directories and what fits patterns in
   * the order of their paths.
   *
   * @throws CommandFailedException if a name stands for none
   */
  public static List<Path> of(List<String> names) {
    Set<Path> all = new LinkedHashSet<>();
    for (String name : names) {
      WatchedName watched = WatchedName.of(name);
      if (watched.fileName().isPresent()) {
        all.add(Path.of(name));
        continue;
      }
      Set<Path> found = new TreeSet<>();
      Map<Path, String> problems = new TreeMap<>();
      watched.find(found, problems);
      if (found.isEmpty() || !problems.isEmpty()) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            problems.isEmpty() ? name + " stands for no file" : "not all can be read: " + problems,
            "name files, directories or patterns that this user may read");
      }
      all.addAll(found);
    }
    return List.copyOf(all);
  }
}
