package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One owner a directory, over all processes of this machine; the kernel frees it when the owner
 * dies.
 */
public final class DirectoryLock implements AutoCloseable {
  /**
   * Closing any channel on a file frees the process's lock on it, so a second try must not open
   * one.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the directory.
   *
   * @throws ServerFailure when another process, or this one, has it
   */
  public static DirectoryLock acquire(Path directory) throws ServerFailure {
    try {
      Path real = directory.toRealPath();
      if (!HELD.add(real)) {
        throw taken(directory, "this process");
      }
      return lock(real);
    } catch (IOException e) {
      throw new ServerFailure("cannot lock " + directory, Diagnosis.cure(e.toString()), e);
    }
  }

  private static DirectoryLock lock(Path directory) throws IOException, ServerFailure {
    FileChannel channel = null;
    boolean locked = false;
    try {
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      locked = tryLock(channel);
      if (!locked) {
        throw taken(directory, owner(directory));
      }
      // Not in the lock file itself: reading that would free the reader's own lock.
      Files.writeString(ownerFile(directory), Long.toString(ProcessHandle.current().pid()));
      return new DirectoryLock(directory, channel);
    } finally {
      if (!locked) {
        HELD.remove(directory);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // another class loader of this process
    }
  }

  private static ServerFailure taken(Path directory, String owner) {
    return new ServerFailure(
        "the directory " + directory + " is in use by " + owner,
        "stop that process first, or choose another directory");
  }

  private static String owner(Path directory) {
    try {
      long pid = Long.parseLong(Files.readString(ownerFile(directory)).trim());
      Optional<String> command = ProcessHandle.of(pid).flatMap(p -> p.info().command());
      return "process " + pid + command.map(c -> " (" + c + ")").orElse("");
    } catch (IOException | NumberFormatException e) {
      return "another process";
    }
  }

  private static Path ownerFile(Path directory) {
    return directory.resolve("lock.owner");
  }

  /** Frees the directory. A second call does nothing. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      Files.deleteIfExists(ownerFile(directory));
      channel.close();
      HELD.remove(directory);
    }
  }
}
