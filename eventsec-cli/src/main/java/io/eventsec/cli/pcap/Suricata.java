package io.eventsec.cli.pcap;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Suricata of this machine.
 *
 * @param program its file
 * @param configuration the suricata.yaml to use; empty for its own
 * @param longest how long it may take for a capture
 * @param mostBytes how much it may write for a capture
 */
public record Suricata(
    Path program, Optional<Path> configuration, Duration longest, long mostBytes) {
  private static final String OUTPUT = "suricata.out";
  private static final int TOLD_LINES = 5;

  /**
   * The one that is named, or on the path.
   *
   * @param name a file, or a name to look for on the path
   * @throws CommandFailedException if there is none
   */
  public static Path find(String name) {
    if (name.contains(File.separator)) {
      Path file = Path.of(name);
      if (Files.isExecutable(file) && Files.isRegularFile(file)) {
        return file.toAbsolutePath();
      }
    } else {
      String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
      for (String directory : path.split(Pattern.quote(File.pathSeparator), -1)) {
        Path file = Path.of(directory).resolve(name);
        if (!directory.isEmpty() && Files.isExecutable(file) && Files.isRegularFile(file)) {
          return file.toAbsolutePath();
        }
      }
    }
    throw new CommandFailedException(
        ExitStatus.FAILED,
        "there is no Suricata: '" + name + "' is no program of this machine",
        "install it (Debian: apt-get install suricata), or name its program with --suricata");
  }

  /**
   * Reads a capture.
   *
   * @param logs an empty directory, which it fills
   * @return its eve.json
   * @throws CommandFailedException if it fails, or takes too much time or space
   */
  public Path read(Path capture, Path logs) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    configuration.ifPresent(file -> line.addAll(List.of("-c", file.toString())));
    // One thread, so that the lines come in the order of the packets. Checksums are often not yet
    // made where packets are captured.
    line.addAll(List.of("--runmode", "single", "-k", "none"));
    line.addAll(List.of("-r", capture.toAbsolutePath().toString(), "-l", logs.toString()));
    Path output = logs.resolve(OUTPUT);
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      process.getOutputStream().close();
      watch(process, capture, logs);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() != 0) {
      throw failed(capture, "it ended with status " + process.exitValue() + said(output));
    }
    Path eve = logs.resolve("eve.json");
    if (!Files.exists(eve)) {
      throw failed(capture, "it wrote no eve.json" + said(output));
    }
    return eve;
  }

  private void watch(Process process, Path capture, Path logs)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
      if (System.nanoTime() > end) {
        throw failed(capture, "it took longer than " + longest.toMinutes() + " minutes");
      }
      if (size(logs) > mostBytes) {
        throw failed(capture, "it wrote more than " + mostBytes + " bytes");
      }
    }
  }

  private static long size(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String said(Path output) throws IOException {
    List<String> lines = Files.readAllLines(output, StandardCharsets.ISO_8859_1);
    List<String> last = lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size());
    return last.isEmpty() ? "" : ": " + String.join(" / ", last);
  }

  private CommandFailedException failed(Path capture, String why) {
    return new CommandFailedException(
        ExitStatus.FAILED,
        "Suricata could not read " + capture + ": " + why,
        "try it by hand: " + program + " -r " + capture + " -l DIR");
  }
}
