package io.eventsec.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The corpus of rules and logs, which is beside the project and no part of it. */
public final class Corpus {
  private Corpus() {}

  /** A file of it; the test is skipped, and says so, where there is none. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("eventsec.corpus", "../../shared/corpus"), name);
    boolean there = Files.exists(file);
    if (!there) {
      report("SKIPPED", "the corpus is not at " + file + "; set -Deventsec.corpus=DIR");
    }
    Assumptions.assumeTrue(there, () -> "SKIPPED: no corpus at " + file);
    return file;
  }

  /** The lines of a file, of one that is packed too. */
  public static List<String> lines(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  /** What a run found belongs on the build's output. */
  @SuppressWarnings("SystemOut")
  public static void report(String what, String found) {
    System.out.println("[corpus] " + what + ": " + found);
  }
}
