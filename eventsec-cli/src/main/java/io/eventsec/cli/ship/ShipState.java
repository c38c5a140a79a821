package io.eventsec.cli.ship;

import io.eventsec.cli.input.ContentIdentity;
import io.eventsec.cli.send.IngestTarget;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** Remembers how far each file has been taken by each server, one small file for each. */
final class ShipState {
  private final Path directory;

  ShipState(Path directory) {
    this.directory = directory;
  }

  /** Where such things are kept for this user (XDG base directories). */
  static Path defaultDirectory() {
    String state = System.getenv("XDG_STATE_HOME");
    Path base =
        state == null || state.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(state);
    return base.resolve("eventsec").resolve("ship");
  }

  /**
   * How far a file was taken.
   *
   * @param identity what the file was when it was first seen
   * @param records how many of its records are on the server for good
   * @param unfinished the inflated size of the file if its last line had no end when it was taken,
   *     which is why it is not among {@code records}; else -1
   */
  record Mark(ContentIdentity identity, long records, long unfinished) {
    static final long NOTHING = -1;
  }

  /** What is remembered; empty if nothing is or it can't be read. */
  Optional<Mark> load(IngestTarget target, Path file) throws IOException {
    Path remembered = at(target, file);
    if (!Files.exists(remembered)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(remembered)) {
      properties.load(in);
      ContentIdentity identity =
          new ContentIdentity(properties.getProperty("identity", ""), number(properties, "length"));
      return Optional.of(
          new Mark(identity, number(properties, "records"), number(properties, "unfinished")));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // sent again from the start, and recognised by the server
    }
  }

  /** Where a collector keeps its positions for a server and source. */
  Path followed(IngestTarget target) {
    return directory.resolve("follow-" + named(target));
  }

  /** Where events of captures are kept until a server has them. */
  Path captures(IngestTarget target) {
    return directory.resolve("pcap-" + named(target));
  }

  private static UUID named(IngestTarget target) {
    String name = target.server() + "\n" + target.source();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets it. */
  void forget(IngestTarget target, Path file) throws IOException {
    Files.deleteIfExists(at(target, file));
  }

  /** Remembers it, in one move. */
  void save(IngestTarget target, Path file, Mark mark) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("file", file.toRealPath().toString());
    properties.setProperty("server", target.server().toString());
    properties.setProperty("source", target.source());
    properties.setProperty("identity", mark.identity().key());
    properties.setProperty("length", Long.toString(mark.identity().length()));
    properties.setProperty("records", Long.toString(mark.records()));
    properties.setProperty("unfinished", Long.toString(mark.unfinished()));
    Files.createDirectories(directory);
    Path remembered = at(target, file);
    Path draft = remembered.resolveSibling(remembered.getFileName() + ".new");
    try (Writer out = Files.newBufferedWriter(draft)) {
      properties.store(out, null);
    }
    Files.move(
        draft, remembered, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private Path at(IngestTarget target, Path file) throws IOException {
    String name = target.server() + "\n" + target.source() + "\n" + file.toRealPath();
    return directory.resolve(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".properties");
  }

  private static long number(Properties properties, String name) {
    long value = Long.parseLong(properties.getProperty(name, ""));
    if (value < Mark.NOTHING) {
      throw new IllegalArgumentException(name + " " + value + " is no count");
    }
    return value;
  }
}
