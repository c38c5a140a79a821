package io.eventsec.cli.input;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;

/** The name of a format on a command line. */
public final class FormatName {
  private FormatName() {}

  /**
   * Checks that a decoder knows it.
   *
   * @param name {@link RawBatch#AUTO} or that of a format
   * @param written as it stands on the command line
   * @param others what may stand there beside the formats' names: {@code "auto, jsonl,"}
   * @throws CommandFailedException if it does not
   */
  public static void check(EventDecoder decoder, String name, String written, String others) {
    if (!name.equals(RawBatch.AUTO) && !decoder.formats().contains(name)) {
      throw new CommandFailedException(
          ExitStatus.FAILED,
          "No format is named '" + written + "'",
          "give " + others + " or one of " + String.join(", ", decoder.formats()));
    }
  }
}
