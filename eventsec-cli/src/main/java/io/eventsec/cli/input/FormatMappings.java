package io.eventsec.cli.input;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.format.FormatMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The mappings that a command line names. */
public final class FormatMappings {
  private FormatMappings() {}

  /**
   * Adds them to a decoder, to be asked before the formats that are added later.
   *
   * @throws CommandFailedException if one cannot be read
   */
  public static void add(List<Path> files, EventDecoder.Builder builder) {
    for (Path file : files) {
      try {
        builder.format(FormatMapping.read(file.toString(), Files.readString(file)));
      } catch (IllegalArgumentException e) {
        throw new CommandFailedException(
            ExitStatus.FAILED, String.valueOf(e.getMessage()), "correct the mapping", e);
      } catch (IOException e) {
        throw new CommandFailedException(
            ExitStatus.FAILED,
            "The mapping " + file + " cannot be read: " + e.getMessage(),
            "name a file in UTF-8 that this user may read",
            e);
      }
    }
  }
}
