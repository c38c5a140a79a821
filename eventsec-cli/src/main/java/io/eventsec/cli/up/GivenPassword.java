package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** A password: in a variable of the environment itself, or in a file that another names. */
final class GivenPassword {
  static final String DATABASE = "EVENTSEC_DB_PASSWORD";
  static final String DATABASE_FILE = DATABASE + "_FILE";
  static final String SEARCH = "EVENTSEC_OPENSEARCH_PASSWORD";

  private GivenPassword() {}

  /** The one that the environment gives under that name; empty if it gives none. */
  static String of(Map<String, String> environment, String variable) {
    String fileVariable = variable + "_FILE";
    String given = environment.getOrDefault(variable, "");
    String file = environment.getOrDefault(fileVariable, "").strip();
    if (file.isEmpty()) {
      return given;
    }
    if (!given.isBlank()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          variable + " and " + fileVariable + " are both given",
          "unset one of them");
    }
    return inFile(file, fileVariable);
  }

  private static String inFile(String file, String variable) {
    try {
      String text = Files.readString(Path.of(file)).replaceFirst("\\r?\\n\\z", "");
      if (text.isBlank() || text.lines().count() > 1) {
        throw unusable(file, variable, "does not hold one line");
      }
      return text;
    } catch (IOException | InvalidPathException e) {
      throw unusable(file, variable, "can't be read: " + e.getClass().getSimpleName());
    }
  }

  private static CommandFailedException unusable(String file, String variable, String reason) {
    return new CommandFailedException(
        ExitStatus.FAILED,
        "the password's file " + file + " " + reason,
        "let " + variable + " name a file with nothing in it but the password");
  }
}
