package io.eventsec.cli.advisories;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.nvd.NvdAccess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how NVD is asked. */
final class NvdOptions {
  @Option(
      names = "--nvd",
      required = true,
      description = {
        "All of NVD by its API, and from then on what has changed; the first time takes some half an",
        "hour, and goes on where it was cut off."
      })
  private boolean asked;

  @Option(
      names = "--nvd-key-file",
      paramLabel = "FILE",
      description = "File with the key that NVD gives who asks for one: ten times as fast.")
  private @Nullable Path keyFile;

  @Option(
      names = "--nvd-url",
      paramLabel = "URL",
      description = "Where the API is, if not at NVD: a mirror of one's own.")
  private URI address = NvdAccess.NVD;

  /** What was asked for. */
  NvdAccess access() {
    try {
      return NvdAccess.of(address, key());
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE, String.valueOf(e.getMessage()), "mend the option", e);
    }
  }

  private Optional<String> key() {
    Path file = keyFile;
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitStatus.UNREADABLE,
          "the key file " + file + " can't be read: " + e.getClass().getSimpleName(),
          "name a file that is there and that this user may read",
          e);
    }
  }
}
