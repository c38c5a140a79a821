package io.eventsec.cli.detect;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.cli.terminal.Terminal;
import io.eventsec.core.intel.feed.FeedFormat;
import io.eventsec.core.intel.feed.ImportLimits;
import io.eventsec.core.intel.feed.ImportReport;
import io.eventsec.core.intel.feed.SkippedEntry;
import io.eventsec.core.intel.match.IndicatorSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of {@code --indicators}, each of the format that it seems to have. */
final class IndicatorFiles {
  private static final int LOOK = 64 * 1024;
  private static final int LONGEST_SOURCE = 100;

  private IndicatorFiles() {}

  /** Reads all of them, and tells of each what was skipped. */
  static IndicatorSet load(List<Path> files, Terminal terminal) {
    IndicatorSet.Builder known = IndicatorSet.builder();
    for (Path file : files) {
      try {
        tell(file, read(file, known), terminal);
      } catch (IOException e) {
        throw new CommandFailedException(
            ExitStatus.UNREADABLE,
            "Indicators cannot be read from " + file + ": " + e,
            "see whether it is there and may be read",
            e);
      }
    }
    return known.build();
  }

  private static ImportReport read(Path file, IndicatorSet.Builder known) throws IOException {
    String name = String.valueOf(file.getFileName());
    String source = name.substring(0, Math.min(name.length(), LONGEST_SOURCE));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), LOOK)) {
      in.mark(LOOK);
      byte[] beginning = in.readNBytes(LOOK);
      in.reset();
      return FeedFormat.ofLook(name, beginning)
          .reader(source, ImportLimits.DEFAULT)
          .read(in, known);
    }
  }

  private static void tell(Path file, ImportReport report, Terminal terminal) {
    for (SkippedEntry entry : report.examples()) {
      terminal.note("%s: %s: %s: %s", file, entry.position(), entry.reason(), entry.message());
    }
    report.ended().ifPresent(why -> terminal.note("%s: %s", file, why));
    terminal.note(
        "%s: %d indicators, %d of %d objects skipped",
        file, report.indicators(), report.skippedInAll(), report.objects());
  }
}
