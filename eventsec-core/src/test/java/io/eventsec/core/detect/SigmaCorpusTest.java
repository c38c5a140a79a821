package io.eventsec.core.detect;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventsec.core.Corpus;
import io.eventsec.core.Json;
import io.eventsec.core.alert.RuleRef;
import io.eventsec.core.event.EventOrigin;
import io.eventsec.core.event.Tenant;
import io.eventsec.core.ingest.DecodedBatch;
import io.eventsec.core.ingest.EventDecoder;
import io.eventsec.core.ingest.RawBatch;
import io.eventsec.core.internal.PlainJsonWriter;
import io.eventsec.core.rulecheck.RuleAdvice;
import io.eventsec.core.sigma.LoadedRules;
import io.eventsec.core.sigma.RuleDirectory;
import io.eventsec.core.sigma.SigmaDocument;
import io.eventsec.core.sigma.SigmaProblem;
import io.eventsec.core.sigma.SigmaReader;
import io.eventsec.core.sigma.SigmaRule;
import io.eventsec.core.sigma.pipeline.BuiltInPipelines;
import io.eventsec.core.sigma.pipeline.SigmaPipelines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The public rule collection and the semantic vectors, where the corpus is at hand. */
class SigmaCorpusTest {
  private static final int VECTORS = 2_000;
  private static final int RULES = 3_141;
  private static final int REGRESSIONS = 87;

  @Test
  void vectors_haveTheExpectedAnswer() throws IOException {
    List<String> refused = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    List<String> lines = Corpus.lines(Corpus.file("sigma/vectors.ndjson.gz"));
    for (String line : lines) {
      Map<String, @Nullable Object> vector = Json.object(line);
      SigmaDocument document = SigmaReader.read("vector", text(vector, "rule"));
      if (document.rules().isEmpty()) {
        refused.add(document.problems().toString());
      } else if (fires(document.rules(), vector.get("event")) != isTrue(vector.get("match"))) {
        wrong.add(line);
      }
    }

    Corpus.report(
        "sigma vectors", lines.size() + ", refused " + refused.size() + ", wrong " + wrong.size());
    assertThat(lines).hasSize(VECTORS);
    assertThat(wrong).isEmpty();
    assertThat(refused).isEmpty();
  }

  @Test
  void collection_loads() {
    LoadedRules loaded = RuleDirectory.load(Corpus.file("sigma/rules"));

    Corpus.report(
        "sigma rules",
        loaded.rules().size() + " loaded, " + loaded.problems().size() + " problems");
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.rules()).hasSize(RULES);
    List<SigmaProblem> advice = RuleAdvice.of(loaded);
    Corpus.report("sigma advice", advice.size() + " pieces");
    assertThat(advice).as("real rules are mostly as they should be").hasSizeLessThan(RULES / 10);
    assertThat(DetectionEngine.compile(loaded.rules()).process(Events.none())).isNotNull();
  }

  @Test
  void collection_goesThroughEachBuiltInPipeline() {
    LoadedRules loaded = RuleDirectory.load(Corpus.file("sigma/rules"));

    for (String name : BuiltInPipelines.names()) {
      SigmaPipelines pipelines =
          SigmaPipelines.of(List.of(BuiltInPipelines.named(name).orElseThrow()));
      LoadedRules piped = pipelines.apply(loaded);
      Set<RuleRef> before = loaded.rules().stream().map(SigmaRule::ref).collect(toSet());
      long changed = piped.rules().stream().filter(rule -> !before.contains(rule.ref())).count();
      Corpus.report("sigma pipeline " + name, changed + " rules changed");
      assertThat(changed).as(name).isPositive();
      assertThat(piped.rules()).as(name).hasSameSizeAs(loaded.rules());
      assertThat(DetectionEngine.compile(piped.rules()).process(Events.none())).isNotNull();
    }
  }

  /**
   * At least as often as counted: one recording holds three events that have what the rule asks for
   * and counts one.
   */
  @Test
  void regressions_fireAsCounted() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = Corpus.lines(Corpus.file("sigma/regression.ndjson"));
    for (String line : lines) {
      Map<String, @Nullable Object> regression = Json.object(line);
      SigmaDocument document = SigmaReader.read("regression", text(regression, "rule_yaml"));
      List<?> events = (List<?>) regression.getOrDefault("events", List.of());
      long fired =
          events == null
              ? 0
              : events.stream().filter(event -> fires(document.rules(), event)).count();
      Object counted = regression.get("match_count");
      if (fired < (counted instanceof Long count ? count : 1)) {
        wrong.add(text(regression, "rule_path") + " fired " + fired + " of " + counted);
      }
    }

    Corpus.report("sigma regressions", lines.size() + ", wrong " + wrong.size() + ' ' + wrong);
    assertThat(lines).hasSize(REGRESSIONS);
    assertThat(wrong).isEmpty();
  }

  /** As senders send them: recognised, brought to ECS, and tried by the rules for their log. */
  @Test
  void regressionsOfWindows_fireOnWhatIsSent() throws IOException {
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (String line : Corpus.lines(Corpus.file("sigma/regression.ndjson"))) {
      Map<String, @Nullable Object> regression = Json.object(line);
      SigmaDocument document = SigmaReader.read("regression", text(regression, "rule_yaml"));
      if (regression.get("events") instanceof List<?> events
          && document.rules().get(0).logsource().product().filter("windows"::equals).isPresent()) {
        tried++;
        DetectionEngine engine = DetectionEngine.compile(document.rules());
        if (decoded(events).events().stream().allMatch(event -> engine.process(event).isEmpty())) {
          wrong.add(text(regression, "rule_path"));
        }
      }
    }

    Corpus.report("sigma regressions as sent", tried + ", wrong " + wrong.size() + ' ' + wrong);
    assertThat(tried).isGreaterThan(70);
    assertThat(wrong).isEmpty();
  }

  private static DecodedBatch decoded(List<?> events) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Object event : events) {
      lines.add(PlainJsonWriter.write((Map<?, ?>) event));
    }
    byte[] payload = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    EventOrigin origin = new EventOrigin(Tenant.DEFAULT, "source", "regression", 0);
    return EventDecoder.standard().decode(RawBatch.of(origin, Instant.EPOCH, payload));
  }

  @SuppressWarnings("unchecked")
  private static boolean fires(List<SigmaRule> rules, @Nullable Object event) {
    Map<String, @Nullable Object> fields =
        (Map<String, @Nullable Object>) java.util.Objects.requireNonNull(event);
    return !DetectionEngine.compile(rules).process(Events.of(fields)).isEmpty();
  }

  private static String text(Map<String, @Nullable Object> map, String key) {
    return String.valueOf(map.get(key));
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value);
  }
}
