package io.eventsec.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of a script of the source tree.
 *
 * @param status its exit status
 * @param output what it said, on both streams
 */
record Script(int status, String output) {
  private static final long MOST_SECONDS = 300;

  /** Runs it in an environment that has nothing of EVENTSEC but this. */
  static Script run(Map<String, String> environment, String... line)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("script", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("EVENTSEC_"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError(List.of(line) + " still runs: " + Files.readString(output));
      }
      return new Script(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
