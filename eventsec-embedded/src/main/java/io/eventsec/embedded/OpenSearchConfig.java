package io.eventsec.embedded;

import io.eventsec.embedded.internal.OpenSearchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What an {@link EmbeddedOpenSearch} is to be. Immutable.
 *
 * @param directory everything of this node: data and logs
 * @param mode how much is done to keep data
 * @param port HTTP port on 127.0.0.1; empty for any free one
 * @param binaries cache of unpacked libraries, which many servers can share
 * @param heapMegabytes heap of the node's JVM, 128 or more
 * @param jvmOptions further options of the node's JVM; the default is the serial collector, and of
 *     a fast node the C1 compiler alone
 * @param settings settings of OpenSearch by name, on top of those the mode implies
 * @param startTime how long a start may take, recovery after a crash included
 */
public record OpenSearchConfig(
    Path directory,
    Mode mode,
    OptionalInt port,
    Path binaries,
    int heapMegabytes,
    List<String> jvmOptions,
    Map<String, String> settings,
    Duration startTime) {
  /** With room for the classes from the start, or each growth would be a collection of all. */
  private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=128m");

  /** For the short life of tests. One that lives on indexes twice as fast with all compilers. */
  private static final List<String> BRIEF =
      List.of("-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-XX:TieredStopAtLevel=1");

  /** Copies lists and maps, and checks the heap. */
  public OpenSearchConfig {
    ConfigChecks.heapMegabytes(heapMegabytes);
    jvmOptions = List.copyOf(jvmOptions);
    settings = Map.copyOf(settings);
  }

  /** A durable node with a heap of 768 MB, binaries below its directory, five minutes to start. */
  public static OpenSearchConfig durable(Path directory) {
    return of(directory, Mode.DURABLE, 768, SMALL);
  }

  /** A fast node with a heap of 384 MB. */
  public static OpenSearchConfig fast(Path directory) {
    return of(directory, Mode.FAST, 384, BRIEF);
  }

  private static OpenSearchConfig of(Path directory, Mode mode, int heap, List<String> options) {
    return new OpenSearchConfig(
        directory,
        mode,
        OptionalInt.empty(),
        directory.resolve("binaries"),
        heap,
        options,
        Map.of(),
        Duration.ofMinutes(5));
  }

  /**
   * The same on a fixed port.
   *
   * @param fixed 1 to 65535
   * @throws IllegalArgumentException for another number
   */
  public OpenSearchConfig withPort(int fixed) {
    OptionalInt checked = ConfigChecks.port(fixed);
    return new OpenSearchConfig(
        directory, mode, checked, binaries, heapMegabytes, jvmOptions, settings, startTime);
  }

  /** The same with its libraries in another cache. */
  public OpenSearchConfig withBinaries(Path cache) {
    return new OpenSearchConfig(
        directory, mode, port, cache, heapMegabytes, jvmOptions, settings, startTime);
  }

  /**
   * The same with another heap.
   *
   * @param megabytes 128 or more
   * @throws IllegalArgumentException for less
   */
  public OpenSearchConfig withHeapMegabytes(int megabytes) {
    return new OpenSearchConfig(
        directory, mode, port, binaries, megabytes, jvmOptions, settings, startTime);
  }

  /** The same with these options of the node's JVM instead of the default ones. */
  public OpenSearchConfig withJvmOptions(List<String> options) {
    return new OpenSearchConfig(
        directory, mode, port, binaries, heapMegabytes, options, settings, startTime);
  }

  /** The same with one more setting of OpenSearch; the addresses cannot be set. */
  public OpenSearchConfig withSetting(String name, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(name, value);
    return new OpenSearchConfig(
        directory, mode, port, binaries, heapMegabytes, jvmOptions, more, startTime);
  }

  /** The same with another limit for the start. */
  public OpenSearchConfig withStartTime(Duration limit) {
    return new OpenSearchConfig(
        directory, mode, port, binaries, heapMegabytes, jvmOptions, settings, limit);
  }

  Map<String, String> allSettings() {
    return OpenSearchSettings.of(mode == Mode.DURABLE, settings);
  }
}
