package io.eventsec.cli.follow;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A name on the command line: of a file, a directory, or a pattern for paths ({@code *}, {@code ?},
 * {@code [a-z]}, <code>{a,b}</code> within a name, {@code **} over directories).
 *
 * @param path the file or directory; of a pattern the directory that it begins in
 * @param pattern what paths have to fit; empty if it is no pattern
 */
record WatchedName(Path path, Optional<PathMatcher> pattern) {
  /** How many directories deep is looked. */
  static final int DEEPEST = 8;

  private static final int MOST_FOUND = 100_000;
  private static final Pattern META = Pattern.compile("[*?\\[{]");

  /**
   * Reads a name.
   *
   * @throws CommandFailedException if it is a pattern that cannot be read
   */
  static WatchedName of(String name) {
    Path literal = Path.of(name).toAbsolutePath();
    if (!META.matcher(name).find() || Files.exists(literal)) {
      return new WatchedName(literal, Optional.empty());
    }
    try {
      String pattern = literal.toString();
      return new WatchedName(
          base(literal), Optional.of(FileSystems.getDefault().getPathMatcher("glob:" + pattern)));
    } catch (PatternSyntaxException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "'" + name + "' is no pattern for files: " + e.getDescription(),
          "write *, ?, [a-z], {a,b} or **, and close what is opened",
          e);
    }
  }

  private static Path base(Path pattern) {
    Path base = pattern.getRoot() == null ? Path.of("") : pattern.getRoot();
    for (Path part : pattern) {
      if (META.matcher(part.toString()).find()) {
        break;
      }
      base = base.resolve(part);
    }
    return base;
  }

  /** Where to look for what rotation has made of it. */
  Path directory() {
    Path parent = path.getParent();
    return pattern.isPresent() || Files.isDirectory(path) || parent == null ? path : parent;
  }

  /** The name of a single file. */
  Optional<String> fileName() {
    return pattern.isPresent() || Files.isDirectory(path)
        ? Optional.empty()
        : Optional.of(String.valueOf(path.getFileName()));
  }

  /** Adds the files it stands for now. */
  void find(Set<Path> found, Map<Path, String> problems) {
    if (pattern.isPresent()) {
      Set<Path> all = new HashSet<>();
      list(path, DEEPEST, all, problems);
      all.removeIf(file -> !pattern.get().matches(file));
      found.addAll(all);
    } else if (Files.isDirectory(path)) {
      list(path, 1, found, problems);
    } else if (Files.exists(path)) {
      found.add(path);
    } else {
      problems.put(path, "it is not there");
    }
  }

  /** Adds the files of a directory, but those whose names begin with a dot. */
  static void list(Path directory, int depth, Set<Path> found, Map<Path, String> problems) {
    try {
      Files.walkFileTree(
          directory,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          depth,
          new Collector(directory, found, problems));
    } catch (IOException e) {
      problems.put(directory, Watched.cause(e));
    }
  }

  /** Goes on past what cannot be read. */
  private static final class Collector extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Set<Path> found;
    private final Map<Path, String> problems;

    Collector(Path root, Set<Path> found, Map<Path, String> problems) {
      this.root = root;
      this.found = found;
      this.problems = problems;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return isHidden(directory) && !directory.equals(root)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && !isHidden(file)) {
        found.add(file);
      }
      if (found.size() < MOST_FOUND) {
        return FileVisitResult.CONTINUE;
      }
      problems.put(root, "it has more than " + MOST_FOUND + " files; the others are not looked at");
      return FileVisitResult.TERMINATE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (!(e instanceof NoSuchFileException) || file.equals(root)) {
        problems.put(file, Watched.cause(e));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
      if (e != null) {
        problems.put(directory, Watched.cause(e));
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
