package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server's directory, held by this process until it is closed. */
public final class ServerHome implements AutoCloseable {
  private final Path directory;
  private final DirectoryLock lock;

  private ServerHome(Path directory, DirectoryLock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Creates the directory if need be and takes it.
   *
   * @param permissions of a directory created now
   */
  static ServerHome open(Path directory, String permissions) throws ServerFailure {
    Path absolute = directory.toAbsolutePath().normalize();
    try {
      if (!Files.isDirectory(absolute)) {
        Files.createDirectories(absolute);
        Posix.set(absolute, permissions);
      }
    } catch (IOException e) {
      throw new ServerFailure("cannot create " + absolute, Diagnosis.cure(e.toString()), e);
    }
    return new ServerHome(absolute, DirectoryLock.acquire(absolute));
  }

  Path resolve(String name) {
    return directory.resolve(name);
  }

  Path directory() {
    return directory;
  }

  /** Lets another process have the directory. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
