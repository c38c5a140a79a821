package io.eventsec.app.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The file that holds the setup token, readable by its owner only. Whoever can read it runs the
 * installation anyway; a log would be read by more.
 */
final class SetupTokenFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  SetupTokenFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /** What it holds; empty if there is no such file. */
  Optional<String> read() throws IOException {
    return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
  }

  /** Writes it in one move, so that nobody reads half a token or one that others can read. */
  void write(String token) throws IOException {
    Path folder = file.getParent();
    if (folder == null) {
      throw new FileAlreadyExistsException(file + " is no file name");
    }
    Files.createDirectories(folder);
    Path draft = folder.resolve(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, attributes(folder));
    Files.write(draft, (token + '\n').getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public String toString() {
    return file.toString();
  }

  private static FileAttribute<?>[] attributes(Path folder) {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }
}
