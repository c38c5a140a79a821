package io.eventsec.embedded;

import io.eventsec.embedded.internal.PostgresSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an {@link EmbeddedPostgres} is to be. Immutable.
 *
 * @param directory everything of this server: data, password, log. As root in a container without
 *     user namespaces, all its parents must be enterable by everybody
 * @param mode how much is done to keep data
 * @param port TCP port on 127.0.0.1; empty for any free one
 * @param binaries cache of unpacked programs, which many servers can share
 * @param settings settings of PostgreSQL by name, on top of those the mode implies
 * @param startTime how long a start may take, recovery after a crash included
 */
public record PostgresConfig(
    Path directory,
    Mode mode,
    OptionalInt port,
    Path binaries,
    Map<String, String> settings,
    Duration startTime) {

  /** Copies the settings. */
  public PostgresConfig {
    settings = Map.copyOf(settings);
  }

  /** A durable server with defaults, binaries below its directory, five minutes to start. */
  public static PostgresConfig durable(Path directory) {
    return of(directory, Mode.DURABLE);
  }

  /** A fast server with defaults. */
  public static PostgresConfig fast(Path directory) {
    return of(directory, Mode.FAST);
  }

  private static PostgresConfig of(Path directory, Mode mode) {
    return new PostgresConfig(
        directory,
        mode,
        OptionalInt.empty(),
        directory.resolve("binaries"),
        Map.of(),
        Duration.ofMinutes(5));
  }

  /**
   * The same on a fixed port.
   *
   * @param fixed 1 to 65535
   * @throws IllegalArgumentException for another number
   */
  public PostgresConfig withPort(int fixed) {
    return new PostgresConfig(
        directory, mode, ConfigChecks.port(fixed), binaries, settings, startTime);
  }

  /** The same with its programs in another cache. */
  public PostgresConfig withBinaries(Path cache) {
    return new PostgresConfig(directory, mode, port, cache, settings, startTime);
  }

  /** The same with one more setting of PostgreSQL, say {@code max_connections}. */
  public PostgresConfig withSetting(String name, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(name, value);
    return new PostgresConfig(directory, mode, port, binaries, more, startTime);
  }

  /** The same with another limit for the start. */
  public PostgresConfig withStartTime(Duration limit) {
    return new PostgresConfig(directory, mode, port, binaries, settings, limit);
  }

  Map<String, String> allSettings() {
    return PostgresSettings.of(mode == Mode.DURABLE, settings);
  }
}
