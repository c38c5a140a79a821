package io.eventsec.core.fuzz;

import io.eventsec.core.vuln.advisory.AdvisoryCollector;
import io.eventsec.core.vuln.match.AdvisoryIndex;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Any file is read as far as it goes; the first byte chooses how it is named. */
public final class AdvisoryFuzz {
  private static final List<String> NAMES =
      List.of("feed.json", "feed.jsonl", "feed.csv", "feed.json.gz", "feed.zip");

  private AdvisoryFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] input) throws IOException {
    if (input.length == 0) {
      return;
    }
    String name = NAMES.get(Math.floorMod(input[0], NAMES.size()));
    AdvisoryCollector collector = new AdvisoryCollector();
    try {
      collector.add(name, new ByteArrayInputStream(Arrays.copyOfRange(input, 1, input.length)));
    } catch (EOFException e) {
      // A packed file that was cut off.
      return;
    }
    AdvisoryIndex.of(collector.library().advisories());
  }
}
