package io.eventsec.nvd;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * How far the copy is, beside it in {@code .nvd.state}.
 *
 * @param loading when fetching all began that is not at its end; empty if it is
 * @param since what has changed since then is not in the copy; empty while there is none
 */
record NvdState(Optional<Instant> loading, Optional<Instant> since) {
  private static final String FILE = ".nvd.state";
  private static final NvdState NONE = new NvdState(Optional.empty(), Optional.empty());

  static NvdState begun(Instant at) {
    return new NvdState(Optional.of(at), Optional.empty());
  }

  static NvdState upTo(Instant at) {
    return new NvdState(Optional.empty(), Optional.of(at));
  }

  /** What nobody can read is nothing: all is fetched anew. */
  static NvdState read(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.exists(file)) {
      return NONE;
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return new NvdState(time(properties, "loading"), time(properties, "since"));
    } catch (IllegalArgumentException | DateTimeException e) {
      return NONE;
    }
  }

  private static Optional<Instant> time(Properties properties, String name) {
    String text = properties.getProperty(name, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
  }

  void write(Path directory) throws IOException {
    Properties properties = new Properties();
    loading.ifPresent(at -> properties.setProperty("loading", at.toString()));
    since.ifPresent(at -> properties.setProperty("since", at.toString()));
    Path fresh = Files.createTempFile(directory, ".nvd-", ".part");
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      properties.store(writer, null);
    }
    Files.move(
        fresh,
        directory.resolve(FILE),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
