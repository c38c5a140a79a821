package io.eventsec.cli.vulns;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import io.eventsec.core.vuln.feed.AdvisoryDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads feeds from files and directories. */
final class AdvisoryFiles {
  private AdvisoryFiles() {}

  /** All that is in them; of a directory only what is named like a feed. */
  static AdvisoryLibrary read(List<Path> places) throws IOException {
    AdvisoryCollector collector = new AdvisoryCollector();
    for (Path place : places) {
      if (!Files.exists(place)) {
        throw new CommandFailedException(
            ExitStatus.UNREADABLE,
            "there is no " + place,
            "name a file of advisories, or a directory of them");
      }
      for (Path file : AdvisoryDirectory.files(place)) {
        try (InputStream in = Files.newInputStream(file)) {
          collector.add(file.toString(), in);
        }
      }
    }
    return collector.library();
  }
}
