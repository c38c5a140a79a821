package io.eventsec.cli.send;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sensor's token; never on the command line, where every user of the machine reads it.
 */
public final class SensorToken {
  private static final String VARIABLE = "EVENTSEC_TOKEN";

  private SensorToken() {}

  /**
   * The token.
   *
   * @param file that holds it; null for the environment
   * @throws CommandFailedException if there is none
   */
  public static String read(@Nullable Path file) {
    if (file != null) {
      return ofFile(file);
    }
    String token = System.getenv(VARIABLE);
    if (token == null || token.isBlank()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "there is no sensor token",
          "make one in the console (Sensors), keep it in a file only you can read,"
              + " and name that with --token-file (or set "
              + VARIABLE
              + ")");
    }
    return token.strip();
  }

  private static String ofFile(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "the token file " + file + " can't be read: " + e.getClass().getSimpleName(),
          "name a file that is there and that this user may read",
          e);
    }
  }
}
