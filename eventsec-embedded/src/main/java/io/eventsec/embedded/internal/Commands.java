package io.eventsec.embedded.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Short commands that run to their end. */
final class Commands {
  private static final int OUTPUT_BYTES = 64 << 10;

  private Commands() {}

  /** Exit status and the beginning of what was printed. */
  record Result(int status, String output) {}

  static boolean succeeds(List<String> command) {
    try {
      return run(command, Map.of()).status() == 0;
    } catch (ServerFailure e) {
      return false;
    }
  }

  static Result run(List<String> command, Map<String, String> environment) throws ServerFailure {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readNBytes(OUTPUT_BYTES);
      process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
      return new Result(process.waitFor(), new String(output, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new ServerFailure("cannot run " + command.get(0), Diagnosis.cure(e.toString()), e);
    } catch (InterruptedException e) {
      throw Deadline.interrupted(e);
    }
  }
}
