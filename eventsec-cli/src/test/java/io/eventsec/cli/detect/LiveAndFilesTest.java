package io.eventsec.cli.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.cli.CommandRun;
import io.eventsec.cli.input.LogInput;
import io.eventsec.core.correlate.CorrelationRules;
import io.eventsec.core.correlate.CorrelatorOptions;
import io.eventsec.core.detect.DetectionEngine;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.memory.InMemoryDetectionStore;
import io.eventsec.core.memory.InMemoryJournal;
import io.eventsec.core.pipeline.Detection;
import io.eventsec.core.pipeline.DetectionPipeline;
import io.eventsec.core.pipeline.Source;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.spi.ReadLimit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same events live, in small batches that come in another order, and later in files: alerts of
 * the same ids, of rules by themselves, of matches put together, of correlations and of those over
 * others, and of rules about alerts.
 */
class LiveAndFilesTest {
  private static final String RULES =
      """
      title: Failed logon
      name: failed
      logsource: {category: authentication}
      eventsec: {suppress: {by: [user], for: 5m}}
      detection:
        selection: {outcome: failure}
        condition: selection
      ---
      title: Logon
      name: logon
      logsource: {category: authentication}
      detection:
        selection: {outcome: success}
        condition: selection
      ---
      title: Brute force
      name: brute_force
      correlation:
        type: event_count
        rules: [failed]
        group-by: [user]
        timespan: 1m
        condition: {gte: 4}
        generate: true
      ---
      title: Brute force that came in
      correlation:
        type: temporal_ordered
        rules: [brute_force, logon]
        group-by: [user]
        timespan: 5m
        generate: true
      ---
      title: An alert
      name: alert
      logsource: {product: eventsec, service: alert}
      detection:
        selection: {event.kind: alert}
        condition: selection
      ---
      title: Much at once
      correlation:
        type: value_sum
        rules: [alert]
        group-by: [event.kind]
        timespan: 30s
        condition: {field: event.risk_score, gte: 500}
        generate: true
      """;

  private static final int LINES = 3_000;
  private static final int LINES_A_BATCH = 50;
  private static final Pattern ALERT = Pattern.compile("\"alert\":\"([0-9a-f]{32})\"");

  @TempDir Path directory;

  @Test
  void sameEvents_areTheSameAlerts() throws IOException {
    List<String> lines = lines();
    Path log = Files.writeString(directory.resolve("a.json"), String.join("\n", lines) + "\n");
    Path rules = Files.writeString(directory.resolve("rules.yml"), RULES);

    CommandRun run =
        CommandRun.of("detect", "--rules", rules.toString(), "--source", "a", log.toString());

    Set<String> fromFiles =
        ALERT
            .matcher(run.out())
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> live = live(LogInput.named(log.toString(), InputStream.nullInputStream()), lines);
    Set<String> onlyLive = new TreeSet<>(live);
    onlyLive.removeAll(fromFiles);
    Set<String> onlyFiles = new TreeSet<>(fromFiles);
    onlyFiles.removeAll(live);
    assertThat(onlyLive).as("only live").isEmpty();
    assertThat(onlyFiles).as("only in files").isEmpty();
    assertThat(live).hasSizeGreaterThan(500);
  }

  private static Set<String> live(LogInput input, List<String> lines) throws IOException {
    List<RawBatch> batches = new ArrayList<>();
    for (int from = 0; from < lines.size(); from += LINES_A_BATCH) {
      byte[] payload =
          String.join("\n", lines.subList(from, from + LINES_A_BATCH))
              .getBytes(StandardCharsets.UTF_8);
      EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "a", input.key(), from);
      batches.add(
          new RawBatch(origin, "batch-" + from, RawBatch.AUTO, time(from), payload, LINES_A_BATCH));
    }
    for (int i = 0; i + 1 < batches.size(); i += 3) {
      Collections.swap(batches, i, i + 1);
    }
    InMemoryJournal journal = new InMemoryJournal();
    batches.forEach(journal::append);
    InMemoryDetectionStore store = new InMemoryDetectionStore();
    LoadedRules loaded = LoadedRules.of(List.of(SigmaReader.read("rules.yml", RULES)));
    Detection detection =
        Detection.of(DetectionEngine.compile(loaded.rules()), CorrelationRules.compile(loaded));
    DetectionPipeline pipeline =
        new DetectionPipeline(
            new Source(journal, EventDecoder.ofAnyJson()),
            () -> detection,
            store,
            new ReadLimit(2, 1 << 20),
            CorrelatorOptions.DEFAULT,
            () -> time(LINES).plusSeconds(86_400));
    for (int idle = 0; idle < 2; ) {
      idle = pipeline.step().idle() ? idle + 1 : 0;
    }
    return store.alerts(Tenant.DEFAULT).stream()
        .map(alert -> alert.id().value())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Two a second, none later than half a minute. */
  private static List<String> lines() {
    Random random = new Random(3);
    List<String> lines = new ArrayList<>();
    for (int n = 0; n < LINES; n++) {
      lines.add(
          "{\"@timestamp\":\""
              + time(n).minusSeconds(random.nextInt(30))
              + "\",\"outcome\":\""
              + (random.nextInt(4) == 0 ? "success" : "failure")
              + "\",\"user\":\"user-"
              + random.nextInt(12)
              + "\"}");
    }
    return lines;
  }

  private static Instant time(int n) {
    return Instant.parse("2026-03-01T12:00:00Z").plusMillis(500L * n);
  }
}
