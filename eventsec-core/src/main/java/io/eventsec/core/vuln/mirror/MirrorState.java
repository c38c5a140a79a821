package io.eventsec.core.vuln.mirror;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Properties;

/**
 * What is known of a copy, beside it in {@code .NAME.state}.
 *
 * @param etag as the server gave it; may be empty
 * @param lastModified as the server gave it; may be empty
 * @param askedAt when it was asked for last, and answered
 * @param records how many the copy holds
 */
record MirrorState(String etag, String lastModified, Instant askedAt, int records) {
  private static final MirrorState NONE = new MirrorState("", "", Instant.EPOCH, 0);

  /** Nothing is known of a copy that is not there, or whose state nobody can read. */
  static MirrorState read(Path directory, MirroredFeed feed, boolean there) throws IOException {
    Path file = file(directory, feed);
    if (!there || !Files.exists(file)) {
      return NONE;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return new MirrorState(
          properties.getProperty("etag", ""),
          properties.getProperty("lastModified", ""),
          Instant.parse(properties.getProperty("askedAt", "")),
          Integer.parseInt(properties.getProperty("records", "0")));
    } catch (IllegalArgumentException | DateTimeException e) {
      return NONE;
    }
  }

  MirrorState asked(Instant when) {
    return new MirrorState(etag, lastModified, when, records);
  }

  void write(Path directory, MirroredFeed feed) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("etag", etag);
    properties.setProperty("lastModified", lastModified);
    properties.setProperty("askedAt", askedAt.toString());
    properties.setProperty("records", String.valueOf(records));
    Path fresh = Files.createTempFile(directory, "." + feed.name() + "-", ".part");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, null);
    }
    Files.move(
        fresh,
        file(directory, feed),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }

  private static Path file(Path directory, MirroredFeed feed) {
    return directory.resolve("." + feed.name() + ".state");
  }
}
