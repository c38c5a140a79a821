package io.eventsec.testkit;

import io.eventsec.core.spi.AdvisoryFeeds;
import io.eventsec.core.vuln.feed.AdvisoryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

class AdvisoryDirectoryTest extends AdvisoryFeedsContract {
  @TempDir Path home;

  private int writes;

  @Override
  protected AdvisoryFeeds feeds() {
    return new AdvisoryDirectory(directory());
  }

  private Path directory() {
    try {
      return Files.exists(home.resolve("gone"))
          ? home.resolve("feeds")
          : Files.createDirectories(home.resolve("feeds"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  protected void publish(String name, Map<String, String> parts) throws IOException {
    Path place = directory().resolve(name);
    if (parts.size() == 1) {
      write(place, parts.values().iterator().next());
      return;
    }
    Files.createDirectories(place);
    for (Map.Entry<String, String> part : parts.entrySet()) {
      write(place.resolve(part.getKey()), part.getValue());
    }
  }

  /** With a time of its own: two writes within a tick would look alike. */
  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(++writes)));
  }

  @Override
  protected void remove(String name) throws IOException {
    delete(directory().resolve(name));
  }

  @Override
  protected void makeUnreachable() throws IOException {
    delete(directory());
    Files.createFile(home.resolve("gone"));
  }

  private static void delete(Path place) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(place)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : all) {
      Files.delete(one);
    }
  }
}
