package io.eventsec.embedded.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A shell between us and a server that does not watch its standard input: it stops the server when
 * our end of the pipe closes, in whatever way we ended.
 *
 * @param ask the signal that asks the server to stop
 * @param end the signal that ends it when it has not stopped after thirty seconds
 */
public record Supervisor(String ask, String end) {

  /**
   * The command that runs {@code command} under supervision.
   *
   * @param script where the shell's script is written
   */
  public List<String> command(Path script, List<String> command) throws ServerFailure {
    List<String> whole = new ArrayList<>(List.of("sh", written(script).toString(), ask, end));
    whole.addAll(command);
    return whole;
  }

  private static Path written(Path script) throws ServerFailure {
    try (InputStream in = Supervisor.class.getResourceAsStream("supervise.sh")) {
      Files.write(script, Objects.requireNonNull(in).readAllBytes());
      Posix.set(script, "rw-r--r--");
      return script;
    } catch (IOException e) {
      throw new ServerFailure("cannot write " + script, Diagnosis.cure(e.toString()), e);
    }
  }
}
