package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Everything that outlives a run.
 *
 * @param path its folder
 */
record DataDirectory(Path path) {
  private static final int SECRET_BYTES = 32;

  /** Makes the folder if it is not there. */
  static DataDirectory at(Path path) {
    Path folder = path.toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the data directory " + folder + " cannot be made: " + e,
          "choose another with --data",
          e);
    }
    if (!Files.isWritable(folder)) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the data directory " + folder + " cannot be written to",
          "choose another with --data, or run as its owner");
    }
    return new DataDirectory(folder);
  }

  Path postgres() {
    return path.resolve("postgres");
  }

  Path openSearch() {
    return path.resolve("opensearch");
  }

  Path liberty() {
    return path.resolve("liberty");
  }

  Path libertyLog() {
    return path.resolve("liberty.log");
  }

  /** Holds the token for the first administrator until there is one. */
  Path setupToken() {
    return path.resolve("setup-token");
  }

  /** Holds the token of the sensor that this machine's own files are shipped with. */
  Path sensorToken() {
    return path.resolve("sensor-token");
  }

  /**
   * The secret in that file; made at random, readable by its owner only, when the file is not
   * there.
   */
  static String secret(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, random());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the secret in " + file + " cannot be read or made: " + e,
          "run as the owner of the data directory",
          e);
    }
  }

  private static void write(Path file, String secret) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(draft);
    }
    Files.write(draft, (secret + '\n').getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
    Files.move(draft, file);
  }

  private static String random() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
