package io.eventsec.cli.tail;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps marks in a directory, a file each: written beside, forced to the disk and moved into its
 * place, so that it is the old one or the new one whatever happens. One process at a time. Safe to
 * share between threads as far as each mark is saved by one at a time.
 */
public final class MarkStore implements AutoCloseable {
  private static final String SUFFIX = ".json";

  private final Path directory;
  private final FileChannel lock;

  private MarkStore(Path directory, FileChannel lock) {
    this.directory = directory;
    this.lock = lock;
  }

  /**
   * Opens a directory, making it if need be.
   *
   * @throws CommandFailedException if another process has it, or it cannot be written to
   */
  public static MarkStore open(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel lock =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(lock)) {
        lock.close();
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "another eventsec ship keeps its positions in " + directory,
            "stop it, or give this one a directory of its own with --state");
      }
      return new MarkStore(directory, lock);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "positions cannot be kept in " + directory + ": " + e,
          "name a directory that this user may write to with --state",
          e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * A mark, and when it was last saved.
   *
   * @param mark as saved
   * @param saved by the file's time
   */
  public record Saved(Mark mark, Instant saved) {}

  /**
   * All of them.
   *
   * @throws CommandFailedException if one cannot be read: without it, events would be sent as new
   *     ones
   */
  public List<Saved> load() throws IOException {
    List<Saved> marks = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
      for (Path file : files) {
        marks.add(new Saved(read(file), Files.getLastModifiedTime(file).toInstant()));
      }
    }
    return marks;
  }

  private static Mark read(Path file) throws IOException {
    try {
      return MarkJson.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the position in " + file + " cannot be read: " + e.getMessage(),
          "restore it; or delete it, and the file it is of is sent again as new events",
          e);
    }
  }

  /** Saves one; when this returns it is on the disk. */
  public void save(Mark mark) throws IOException {
    Path place = at(mark);
    Path draft = place.resolveSibling(mark.origin() + ".new");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(MarkJson.written(mark));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    boolean first = Files.notExists(place);
    Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (first) {
      forceDirectory();
    }
  }

  /**
   * A name given once must not be given again. Later moves may be lost with the power: then parts
   * are sent again under the same numbers.
   */
  private void forceDirectory() {
    try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    } catch (IOException e) {
      // Not every system lets a directory be forced: then the name is there when it writes it.
    }
  }

  /** Forgets one. */
  public void delete(Mark mark) throws IOException {
    Files.deleteIfExists(at(mark));
  }

  private Path at(Mark mark) {
    return directory.resolve(mark.origin() + SUFFIX);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
