package io.eventsec.cli.input;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * A log file: lines of JSON, a JSON array or a Zeek log in TSV, gzip or not. Told by content, never
 * by name.
 *
 * @param path where it is
 */
public record InputFile(Path path) {
  private static final int BUFFER = 1 << 16;

  /**
   * Checks that it is there and can be read.
   *
   * @throws CommandFailedException if not
   */
  public InputFile {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      String why = Files.exists(path) ? "is not a file that can be read" : "does not exist";
      throw new CommandFailedException(
          ExitStatus.FAILED, path + " " + why, "name a log file that this user may read");
    }
  }

  /** What it is, over all its content. Reads it once. */
  public ContentIdentity identity() throws IOException {
    return identity(Long.MAX_VALUE);
  }

  /** What it was when it had only {@code length} inflated bytes. */
  public ContentIdentity identity(long length) throws IOException {
    try (InputStream content = open()) {
      return ContentIdentity.of(content, length);
    }
  }

  /** Its records from the first. */
  public RecordReader records() throws IOException {
    return RecordReader.of(Files.newInputStream(path));
  }

  private InputStream open() throws IOException {
    return inflated(Files.newInputStream(path));
  }

  /** The content, inflated if it is gzip. It is closed if it cannot be read. */
  static InputStream inflated(InputStream content) throws IOException {
    InputStream plain = new BufferedInputStream(content, BUFFER);
    try {
      plain.mark(2);
      boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
      plain.reset();
      return gzip ? new GZIPInputStream(plain, BUFFER) : plain;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }
}
