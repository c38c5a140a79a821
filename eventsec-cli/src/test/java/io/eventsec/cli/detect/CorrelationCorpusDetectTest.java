package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The firings on which two other engines agree, where the corpus is at hand. */
class CorrelationCorpusDetectTest {
  private static final int FIRINGS = 10_532;
  private static final Path CORPUS =
      Path.of(System.getProperty("eventsec.corpus", "../../shared/corpus"), "correlation");

  private static final Pattern FIRING =
      Pattern.compile(
          "\\{\"rule\":\\{\"id\":\"([^\"]+)\".*\"line\":(\\d+)},\"alert\".*"
              + "\"matched\":\\{([^}]*)},\"correlation\".*");

  @BeforeEach
  @SuppressWarnings("SystemOut")
  void findCorpus() {
    boolean there = Files.exists(CORPUS);
    if (!there) {
      System.out.println(
          "[corpus] SKIPPED: it is not at " + CORPUS + "; set -Deventsec.corpus=DIR");
    }
    Assumptions.assumeTrue(there, () -> "SKIPPED: no corpus at " + CORPUS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rules.yml", "rules_by_id.yml"})
  void agreedFirings_comeAndNoOthers(String rules) throws IOException {
    Set<String> agreed = agreed();

    CommandRun run = detect(rules, 1);

    List<String> found = run.out().lines().map(CorrelationCorpusDetectTest::firing).toList();
    assertThat(agreed).hasSize(FIRINGS);
    assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(agreed);
    assertThat(detect(rules, 2).out()).isEqualTo(run.out());
  }

  private static CommandRun detect(String rules, int threads) {
    return CommandRun.of(
        "detect",
        "--rules",
        CORPUS.resolve(rules).toString(),
        "--threads",
        Integer.toString(threads),
        CORPUS.resolve("events.ndjson.gz").toString());
  }

  private static Set<String> agreed() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(CORPUS.resolve("agreed_firings.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.toSet());
    }
  }

  /** A firing in the form of the corpus: the event's number from 0, the rule, the group. */
  private static String firing(String line) {
    Matcher firing = FIRING.matcher(line);
    assertThat(firing.matches()).as(line).isTrue();
    String group = firing.group(3).replaceAll("(\"[^\"]+\"):(\"[^\"]+\")", "[$1,$2]");
    return (Long.parseLong(firing.group(2)) - 1) + "\t" + firing.group(1) + "\t[" + group + ']';
  }
}
