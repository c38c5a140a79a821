package io.eventsec.cli.vulns;

import io.eventsec.cli.terminal.CommandFailedException;
import io.eventsec.cli.terminal.ExitStatus;
import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.advisory.AdvisoryLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads feeds from files and directories. */
final class AdvisoryFiles {
  private static final Pattern READ =
      Pattern.compile(".+\\.(?:zip|(?:json|jsonl|ndjson|csv)(?:\\.gz)?)", Pattern.CASE_INSENSITIVE);

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
      for (Path file : filesOf(place)) {
        try (InputStream in = Files.newInputStream(file)) {
          collector.add(file.toString(), in);
        }
      }
    }
    return collector.library();
  }

  private static List<Path> filesOf(Path place) throws IOException {
    if (!Files.isDirectory(place)) {
      return List.of(place);
    }
    try (Stream<Path> all = Files.walk(place)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> READ.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }
}
