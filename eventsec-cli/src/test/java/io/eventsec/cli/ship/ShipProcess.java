package io.eventsec.cli.ship;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code eventsec ship} in a process of its own, with little memory. */
final class ShipProcess implements AutoCloseable {
  private static final long MOST_SECONDS = 60;

  private final Process process;
  private final Path said;

  private ShipProcess(Process process, Path said) {
    this.process = process;
    this.said = said;
  }

  static ShipProcess start(Path said, String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of("io.eventsec.cli.Main", "ship"));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(said.toFile()));
    return new ShipProcess(builder.start(), said);
  }

  /** As {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    waitFor();
  }

  /** As {@code kill} does; its exit status. */
  int terminate() throws InterruptedException {
    process.destroy();
    return waitFor();
  }

  int waitFor() throws InterruptedException {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end");
    }
    return process.exitValue();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String said() throws IOException {
    return Files.readString(said);
  }

  /** How much memory it has had at most, as Linux tells; empty elsewhere. */
  String resident() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return "";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElse("");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
