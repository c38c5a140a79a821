package io.eventsec.cli.up;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** The database's password: in the environment itself, or in a file that it names. */
final class DatabasePassword {
  static final String VARIABLE = "EVENTSEC_DB_PASSWORD";
  static final String FILE_VARIABLE = "EVENTSEC_DB_PASSWORD_FILE";

  private DatabasePassword() {}

  /** The one that the environment gives; empty if it gives none. */
  static String of(Map<String, String> environment) {
    String given = environment.getOrDefault(VARIABLE, "");
    String file = environment.getOrDefault(FILE_VARIABLE, "").strip();
    if (file.isEmpty()) {
      return given;
    }
    if (!given.isBlank()) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          VARIABLE + " and " + FILE_VARIABLE + " are both given",
          "unset one of them");
    }
    return inFile(file);
  }

  private static String inFile(String file) {
    try {
      String text = Files.readString(Path.of(file)).replaceFirst("\\r?\\n\\z", "");
      if (text.isBlank() || text.lines().count() > 1) {
        throw unusable(file, "does not hold one line");
      }
      return text;
    } catch (IOException | InvalidPathException e) {
      throw unusable(file, "can't be read: " + e.getClass().getSimpleName());
    }
  }

  private static CommandFailedException unusable(String file, String reason) {
    return new CommandFailedException(
        ExitStatus.FAILED,
        "the database password's file " + file + " " + reason,
        "let " + FILE_VARIABLE + " name a file with nothing in it but the password");
  }
}
