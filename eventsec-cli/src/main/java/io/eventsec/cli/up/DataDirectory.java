package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** The directory of one installation, held by this process until it is closed. */
final class DataDirectory implements AutoCloseable {
  private static final long LEAST_BYTES = 1L << 30;

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Creates it if need be and takes it.
   *
   * @throws CommandFailedException if it can't be used, another has it, or its disk is full
   */
  static DataDirectory open(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      PrivateFiles.createPassable(root);
      PrivateFiles.createClosed(root.resolve("secrets"));
      PrivateFiles.createClosed(root.resolve("secrets").resolve("variables"));
      DataDirectory open = new DataDirectory(root, lock(root));
      open.checkSpace();
      return open;
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the data directory " + root + " can't be used: " + e,
          "run as its owner, or name another one with --data",
          e);
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("eventsec.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "EVENTSEC runs on " + root + " already" + owner(root),
          "stop that one with Ctrl-C or kill, or name another directory with --data");
    }
    Files.writeString(owners(root), Long.toString(ProcessHandle.current().pid()));
    return channel;
  }

  /** True if a process has it now. */
  static boolean isHeld(Path root) throws IOException {
    Path file = root.resolve("eventsec.lock");
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static String owner(Path root) throws IOException {
    Path file = owners(root);
    return Files.exists(file) ? ", as process " + Files.readString(file).strip() : "";
  }

  /** Not the lock itself: a process that reads and closes that would free its own lock. */
  private static Path owners(Path root) {
    return root.resolve("eventsec.pid");
  }

  private void checkSpace() throws IOException {
    long free = Files.getFileStore(root).getUsableSpace();
    if (free < LEAST_BYTES) {
      close();
      throw new CommandFailedException(
          ExitStatus.FAILED,
          String.format(
              Locale.ROOT,
              "the disk of %s has %,d MiB left; EVENTSEC needs 1,024 MiB to start",
              root,
              free >> 20),
          "free some space, or name a directory on another disk with --data");
    }
  }

  Path root() {
    return root;
  }

  Path resolve(String name) {
    return root.resolve(name);
  }

  /** Where the application puts the token of the one-time setup link. */
  Path setupToken() {
    return root.resolve("setup-token");
  }

  /** The token of the sensor "local", for files shipped from this machine. */
  Path sensorToken() {
    return root.resolve("secrets").resolve("sensor-token");
  }

  /** Settings of the application that are secrets, one a file. */
  Path variables() {
    return root.resolve("secrets").resolve("variables");
  }

  @Override
  public void close() throws IOException {
    if (lock.isOpen()) {
      Files.deleteIfExists(owners(root));
      lock.close();
    }
  }
}
