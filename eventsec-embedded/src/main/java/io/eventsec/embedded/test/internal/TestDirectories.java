package io.eventsec.embedded.test.internal;

import io.eventsec.embedded.internal.RunAs;
import io.eventsec.embedded.internal.ServerFailure;
import io.eventsec.embedded.internal.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the tests' servers keep their files. */
public final class TestDirectories {
  /** System property: the directory below which each test JVM gets its own. */
  public static final String PROPERTY = "eventsec.test.directory";

  private static final System.Logger LOG = System.getLogger(TestDirectories.class.getName());

  private TestDirectories() {}

  /** This JVM's own directory, empty at first. What JVMs that are gone have left is deleted. */
  public static Path ofThisJvm() {
    return Holder.DIRECTORY;
  }

  /** The cache of unpacked programs that all test JVMs of this user share. */
  public static Path binaries() {
    String set = System.getenv("XDG_CACHE_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    Path cache = set == null || set.isBlank() ? home.resolve(".cache") : Path.of(set);
    return reachable(cache) ? cache.resolve("eventsec").resolve("binaries") : temporary("binaries");
  }

  /** Deletes a directory as far as that is possible. */
  static void forget(Path directory) {
    try {
      Trees.delete(directory);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "left for the next run: " + directory, e);
    }
  }

  private static Path create() {
    Path base = base();
    try {
      Files.createDirectories(base);
      forgetTheDead(base);
      Path own = base.resolve(Long.toString(ProcessHandle.current().pid()));
      Trees.delete(own);
      return Files.createDirectories(own);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot use " + base + " for the test servers; set -D" + PROPERTY + "=DIRECTORY", e);
    }
  }

  private static Path base() {
    String set = System.getProperty(PROPERTY);
    if (set != null) {
      return Path.of(set).toAbsolutePath();
    }
    Path target = Path.of("target").toAbsolutePath();
    boolean usable = Files.isDirectory(target) && reachable(target);
    return usable ? target.resolve("test-servers") : temporary("test-servers");
  }

  private static Path temporary(String name) {
    String user = System.getProperty("user.name");
    return Path.of(System.getProperty("java.io.tmpdir"), "eventsec-" + user, name);
  }

  /** As root in some containers PostgreSQL runs as nobody, who cannot enter root's directories. */
  private static boolean reachable(Path directory) {
    try {
      RunAs runAs = RunAs.detect();
      Path existing = directory;
      while (!Files.exists(existing) && existing.getParent() != null) {
        existing = existing.getParent();
      }
      runAs.requireReachable(existing);
      return true;
    } catch (ServerFailure e) {
      return false;
    }
  }

  private static void forgetTheDead(Path base) throws IOException {
    List<Path> directories;
    try (Stream<Path> entries = Files.list(base)) {
      directories = entries.filter(TestDirectories::isOfTheDead).toList();
    }
    directories.forEach(TestDirectories::forget);
  }

  private static boolean isOfTheDead(Path directory) {
    String name = String.valueOf(directory.getFileName());
    return name.matches("[0-9]{1,10}")
        && ProcessHandle.of(Long.parseLong(name)).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static final class Holder {
    static final Path DIRECTORY = create();
  }
}
