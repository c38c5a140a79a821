package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.stream.Stream;

/**
 * Unpacked programs by the hash of what they were unpacked from. Many processes share one cache; an
 * entry appears whole or not at all, and one that has lost files since (a cleaner of temporary
 * files) is unpacked again.
 */
public record BinaryCache(Path directory) {
  private static final String MARK = ".complete";

  /** Fills an empty directory with an entry's files. */
  @FunctionalInterface
  interface Unpacker {
    void into(Path directory) throws IOException;
  }

  /** The directory of the entry, unpacked now if it is not there yet. */
  Path entry(String name, String hash, Unpacker unpacker) throws ServerFailure {
    try {
      prepare();
      Path entry = directory.resolve(name + "-" + hash.substring(0, 16));
      if (!isWhole(entry)) {
        unpack(entry, unpacker);
      }
      return entry;
    } catch (IOException e) {
      throw new ServerFailure(
          "cannot unpack " + name + " into " + directory, Diagnosis.cure(e.toString()), e);
    }
  }

  private void prepare() throws IOException, ServerFailure {
    if (!Files.exists(directory)) {
      Files.createDirectories(directory);
      Posix.set(directory, "rwxr-xr-x");
    }
    if (Posix.supported(directory) && !isOurs()) {
      throw new ServerFailure(
          "programs in " + directory + " could have been put there by another user",
          "choose another directory for the binaries, or make this one yours and writable by you alone");
    }
  }

  /** Programs from a directory that others can write to are not run. */
  private boolean isOurs() throws IOException {
    int owner = Posix.uid(directory);
    boolean shared =
        Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE);
    return !shared && (owner == 0 || owner == Posix.currentUid());
  }

  private void unpack(Path entry, Unpacker unpacker) throws IOException {
    Path part = Files.createTempDirectory(directory, entry.getFileName() + ".part");
    try {
      Posix.set(part, "rwxr-xr-x");
      unpacker.into(part);
      Files.writeString(part.resolve(MARK), census(part));
      Trees.delete(entry);
      Files.move(part, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!isWhole(entry)) { // else another process was faster
        throw e;
      }
    } finally {
      Trees.delete(part);
    }
  }

  private static boolean isWhole(Path entry) throws IOException {
    Path mark = entry.resolve(MARK);
    return Files.exists(mark) && Files.readString(mark).equals(census(entry));
  }

  /** Number of files and of bytes: cheap, and it notices what went missing. */
  private static String census(Path entry) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      long[] sums = new long[2];
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith(MARK)) {
          sums[0]++;
          sums[1] += Files.size(file);
        }
      }
      return sums[0] + " files, " + sums[1] + " bytes";
    }
  }
}
